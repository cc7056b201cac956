// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../setup/root.mjs";
import { say } from "../setup/say.mjs";

const ADDON_SCRIPT = path.join(ROOT, "scripts", "build-addon-windows.mjs");

/** Builds what the Windows tests run: the addon as it ships. */
export async function buildForTests() {
  if (!existsSync(ADDON_SCRIPT)) return say("no build-addon-windows.mjs yet: tests run without the addon");
  const { buildWindowsAddon } = await import(pathToFileURL(ADDON_SCRIPT).href);
  await buildWindowsAddon({ log: say });
}
