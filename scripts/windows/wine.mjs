// @ts-check
import { existsSync } from "node:fs";
import { findProgram } from "../setup/find-program.mjs";

/** Debian's loader itself, which says nothing about a missing 32-bit Wine; `wine64` and `wine` elsewhere. */
const LOADERS = ["/usr/lib/wine/wine64", "wine64", "wine"];
const SERVERS = ["/usr/lib/wine/wineserver64", "/usr/lib/wine/wineserver", "wineserver"];

/** @typedef {{ loader: string, server: string }} Wine */

/** This system's 64-bit Wine, or null. @returns {Wine | null} */
export function findWine() {
  const loader = first(LOADERS);
  const server = first(SERVERS);
  return loader === null || server === null ? null : { loader, server };
}

/** @param {readonly string[]} names */
function first(names) {
  for (const name of names) {
    const file = name.startsWith("/") ? (existsSync(name) ? name : null) : findProgram(name);
    if (file !== null) return file;
  }
  return null;
}

/** What would reach Windows programs and change them: a screen, npm's and Vite's settings, options of our own Node. */
const KEPT_BACK = /^(?:DISPLAY|WAYLAND_DISPLAY|NODE_.*|npm_.*|VITEST.*|WINE.*)$/;

/**
 * The environment of everything that runs in a prefix.
 * @param {string} prefix
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function wineEnv(prefix, env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !KEPT_BACK.test(name));
  return {
    ...Object.fromEntries(kept),
    WINEPREFIX: prefix,
    WINEARCH: "win64",
    WINEDEBUG: "-all",
    WINEDLLOVERRIDES: "mscoree=;mshtml=",
  };
}
