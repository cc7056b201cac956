// @ts-check
import { spawn } from "node:child_process";

/** @type {Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>} */
const OPENERS = {
  linux: ["xdg-open"],
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens a page in the person's browser. Without one nothing happens: the URL has been printed. @param {string} url */
export function openBrowser(url) {
  const [program, ...args] = OPENERS[process.platform] ?? [];
  if (!program) return;
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
