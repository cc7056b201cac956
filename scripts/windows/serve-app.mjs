// @ts-check
import path from "node:path";
import { ROOT } from "../setup/root.mjs";
import { buildForTests } from "./builds.mjs";
import { toWindows } from "./places.mjs";
import { startUnderWine } from "./start-under-wine.mjs";

/** On the prefix's own drive, so that it goes with it. */
const HOME = "C:\\isoscope";

/**
 * The built web host (`dist/electron/serve.mjs`) run by Windows' Node under Wine, in a Windows of its own, on the stand-in
 * Host Compute Service. What it shows of containers is therefore the stand-in's; everything above `computecore.dll` is
 * the app as it ships.
 * @param {object} control what the stand-in's control file says at the start
 * @returns {Promise<import("./start-under-wine.mjs").UnderWine & { url: string }>} `url` has the one-time token
 */
export async function serveAppUnderWine(control) {
  await buildForTests();
  const serve = toWindows(path.join(ROOT, "dist", "electron", "serve.mjs"));
  const env = { ISOSCOPE_HOME: HOME };
  const running = await startUnderWine([serve, "--json", "--port", "0"], { env, control });
  /** @type {{ url: string }} */
  const { url } = JSON.parse(running.line);
  return { ...running, url };
}
