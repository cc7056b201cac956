#!/usr/bin/env node
// @ts-check
import { readFileSync, statSync } from "node:fs";
import inspector from "node:inspector";
import Module, { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Starts an app as the program `electron` does, `launch.mjs [switches] APP`, with the stand-in as its `electron`. APP is a
 * module or a folder whose package.json names one. Takes the switches Playwright's Electron driver gives.
 */
const STAND_IN = new URL("../../dist/harness/electron.mjs", import.meta.url);

const app = process.argv.slice(2).find((word) => !word.startsWith("-"));
if (app === undefined) throw new Error("which app?");
if (process.argv.includes("--inspect=0")) inspector.open(0);
register("./electron-hooks.mjs", import.meta.url, { data: { standIn: STAND_IN.href } });
const { electron } = await import(STAND_IN.href);
answerRequire();
await import(pathToFileURL(mainModule(path.resolve(app))).href);

/** `require("electron")` goes another way than `import`; a debugger's console uses it. */
function answerRequire() {
  const load = Reflect.get(Module, "_load");
  Reflect.set(Module, "_load", (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) =>
    name === "electron" ? electron : load(name, ...rest),
  );
}

/** @param {string} place */
function mainModule(place) {
  if (statSync(place).isFile()) return place;
  return path.join(place, JSON.parse(readFileSync(path.join(place, "package.json"), "utf8")).main);
}
