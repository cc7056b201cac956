// @ts-check
import { findProgram } from "./find-program.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The system's Chromium, or the one that CHROMIUM names; null without one. */
export function findChromium(env = process.env) {
  return env.CHROMIUM ?? NAMES.map((name) => findProgram(name, env)).find((file) => file !== null) ?? null;
}

/**
 * What Chromium is started with in tests: no service of its vendor is looked up, and as root it has no sandbox.
 * @param {boolean} root
 */
export const chromiumArguments = (root) => [
  ...(root ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
