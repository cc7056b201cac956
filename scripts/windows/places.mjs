// @ts-check
import path from "node:path";
import { MEMORY, ROOT } from "../setup/root.mjs";

/** What the Windows tests keep between runs: Windows' Node and the Wine prefix that runs are copied from. */
export const KEPT = path.join(MEMORY, "windows");

/** Held while one of them is made. */
export const LOCK = path.join(KEPT, "lock");

/** Bundled tests; ignored by git and never packed. */
export const BUNDLES = path.join(ROOT, "native", "build", "windows-tests");

/** What the stand-in and its small programs are built into. */
export const STANDIN = path.join(ROOT, "native", "build", "windows-standin");

/** The Windows addon, as `scripts/build-addon-windows.mjs` leaves it. */
export const ADDON = path.join(ROOT, "native", "build", "win32-x64", "isoscope.node");

/** The same file as Windows programs name it: Wine shows the whole of Linux as drive Z. @param {string} file absolute */
export const toWindows = (file) => `Z:${file.replaceAll("/", "\\")}`;
