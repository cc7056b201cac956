// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./root.mjs";

/**
 * The file of an installed package's command, to be started by Node itself: no shell, no npx.
 * @param {string} name the package
 * @param {string} [command] where it is not the package's name
 */
export function packageCommand(name, command = path.basename(name)) {
  const folder = path.join(ROOT, "node_modules", name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[command]);
}
