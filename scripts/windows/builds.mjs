// @ts-check
import { buildWindowsAddon } from "../build-addon-windows.mjs";
import { say } from "../setup/say.mjs";
import { buildStandin } from "./build-standin.mjs";

/** Builds what the Windows tests run: the addon as it ships, and the stand-in. */
export async function buildForTests() {
  await buildWindowsAddon({ log: say });
  await buildStandin();
}
