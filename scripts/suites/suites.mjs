// @ts-check
import { Stop } from "../setup/say.mjs";
import { lint, types } from "./checks.mjs";
import { e2e } from "./e2e.mjs";
import { vitest } from "./vitest.mjs";
import { windows } from "./windows.mjs";

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly string[]} builds the targets it needs
 * @property {"none" | "engines" | "windows" | "all"} system the system packages it needs
 * @property {() => Promise<import("./report.mjs").SuiteReport>} run
 */

/** In the order in which they run: what is quick and tells most comes first. @type {readonly Suite[]} */
export const SUITES = [
  { name: "types", builds: [], system: "none", run: types },
  { name: "lint", builds: [], system: "none", run: lint },
  { name: "unit", builds: ["addon"], system: "none", run: vitest("unit") },
  { name: "renderer", builds: [], system: "none", run: vitest("renderer") },
  { name: "native", builds: ["addon", "guest"], system: "engines", run: vitest("native") },
  { name: "windows", builds: [], system: "windows", run: windows },
  { name: "engines", builds: ["addon", "guest"], system: "engines", run: vitest("engines") },
  { name: "e2e", builds: ["addon", "guest", "node", "renderer"], system: "all", run: e2e },
];

/**
 * The suites that `--only` names, in their own order; all without it.
 * @param {string | undefined} only
 */
export function pickSuites(only) {
  if (only === undefined) return SUITES;
  const names = only.split(",");
  const unknown = names.find((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    throw new Stop(`no suite "${unknown}"; there are ${SUITES.map(({ name }) => name).join(", ")}`, 2);
  }
  return SUITES.filter(({ name }) => names.includes(name));
}
