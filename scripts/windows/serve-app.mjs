// @ts-check
import path from "node:path";
import { ROOT } from "../setup/root.mjs";
import { buildForTests } from "./builds.mjs";
import { bundleTest } from "./bundle.mjs";
import { openWindows } from "./open-windows.mjs";
import { toWindows } from "./places.mjs";

/** On the prefix's own drive, so that it goes with it. */
const HOME = "C:\\isoscope";
const DAEMON = path.join(ROOT, "e2e", "fixtures", "windows-docker-daemon.ts");

/** @typedef {import("./open-windows.mjs").Program} Program */

/**
 * @typedef {object} ServedApp
 * @property {string} url with the one-time token
 * @property {string} control Linux path of the stand-in's control file
 * @property {(() => Promise<Program>) | null} startDocker starts the fixture daemon again that was killed
 * @property {Program | null} docker the fixture daemon that was started before the app
 * @property {() => Promise<void>} stop ends both, and their Windows
 */

/**
 * The built web host (`dist/electron/serve.mjs`) run by Windows' Node under Wine, in a Windows of its own, on the stand-in
 * Host Compute Service. What it shows of containers is therefore the stand-in's; everything above `computecore.dll` is
 * the app as it ships.
 * @param {object} control what the stand-in's control file says at the start
 * @param {{ docker?: boolean }} [options] `docker`: beside it a fixture Docker daemon listens, which names the containers
 *   of the scenario `seed`
 * @returns {Promise<ServedApp>}
 */
export async function serveAppUnderWine(control, { docker = false } = {}) {
  await buildForTests();
  const serve = toWindows(path.join(ROOT, "dist", "electron", "serve.mjs"));
  const daemon = docker ? toWindows(await bundleTest(DAEMON)) : null;
  const windows = await openWindows(control);
  let daemons = 0;
  const startDocker = daemon === null ? null : () => windows.run(`docker-${++daemons}`, [daemon]);
  try {
    const first = startDocker === null ? null : await startDocker();
    const app = await windows.run("app", [serve, "--json", "--port", "0"], { env: { ISOSCOPE_HOME: HOME } });
    /** @type {{ url: string }} */
    const { url } = JSON.parse(app.line);
    return { url, control: windows.control, startDocker, docker: first, stop: windows.stop };
  } catch (thrown) {
    await windows.stop();
    throw thrown;
  }
}
