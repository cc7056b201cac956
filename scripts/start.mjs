// @ts-check
import path from "node:path";
import { openBrowser } from "./setup/browser.mjs";
import { runApp } from "./setup/child.mjs";
import { ensureElectron } from "./setup/electron-binary.mjs";
import { hasDisplay, whyNoWindow } from "./setup/front.mjs";
import { ENGINE_NEEDS } from "./setup/needs.mjs";
import { ensurePackages } from "./setup/packages.mjs";
import { MEMORY, ROOT } from "./setup/root.mjs";
import { runMain, Stop, say } from "./setup/say.mjs";
import { readStartOptions, USAGE } from "./setup/start-options.mjs";
import { ensureSystemPackages } from "./setup/system-packages.mjs";
import { buildStale } from "./setup/targets.mjs";

/** @typedef {import("./setup/start-options.mjs").StartOptions} StartOptions */

const display = hasDisplay(process.env, process.platform);

await runMain(async () => {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const obstacle = whyNoWindow({ display, root: process.getuid?.() === 0 });
  if (options.front === "electron" && obstacle) throw new Stop(`no window can be opened: ${obstacle}`);
  await ensurePackages(ROOT);
  await ensureSystemPackages(ENGINE_NEEDS, { allowed: options.system, memory: MEMORY });
  await buildStale();
  const electron = await chooseElectron(options, obstacle);
  process.exitCode = electron ? await runApp(electron, [ROOT]) : await runWeb(options);
});

/**
 * Electron's program where a window is wanted and possible, else null.
 * @param {StartOptions} options
 * @param {string | null} obstacle why no window can be opened
 */
async function chooseElectron({ front }, obstacle) {
  if (front === "web") return null;
  if (obstacle) {
    say(`serving to a browser, because ${obstacle}`);
    return null;
  }
  const electron = await ensureElectron({ root: ROOT, memory: MEMORY, insist: front === "electron" });
  if (electron) return electron;
  if (front === "electron") throw new Stop("no window can be opened: Electron is not there");
  say("serving to a browser, because Electron is not there");
  return null;
}

/** @param {StartOptions} options */
function runWeb({ port, json }) {
  const args = [path.join(ROOT, "dist", "electron", "serve.mjs"), ...(port === null ? [] : ["--port", port])];
  let opened = false;
  return runApp(process.execPath, [...args, "--json"], {
    onLine: (line) => {
      const { url } = JSON.parse(line);
      console.log(json ? JSON.stringify({ url }) : url);
      if (!json && display && !opened) openBrowser(url);
      opened = true;
    },
  });
}
