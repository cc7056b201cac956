// @ts-check

/**
 * @typedef {object} Directives what a test file says of itself in comments at its top
 * @property {import("./install.mjs").Surface} computecore
 * @property {readonly string[]} needs
 * @property {string | null} leaves why what is still open at the end is no fault; null when it is one
 */

/**
 * Reads `// @computecore 1809|none`, `// @needs dockerd` and `// @leaves reason`. Throws on any that is not known.
 * @param {string} source
 * @returns {Directives}
 */
export function readDirectives(source) {
  const found = [...source.matchAll(/^\/\/ @(computecore|needs|leaves) +(.+)$/gm)];
  const of = (/** @type {string} */ name) =>
    found.filter((match) => match[1] === name).map((match) => (match[2] ?? "").trim());
  const [computecore = "current"] = of("computecore");
  if (computecore !== "current" && computecore !== "1809" && computecore !== "none") {
    throw new Error(`@computecore is current, 1809 or none, not ${computecore}`);
  }
  const needs = of("needs");
  const stranger = needs.find((need) => need !== "dockerd");
  if (stranger !== undefined) throw new Error(`@needs knows dockerd, not ${stranger}`);
  return { computecore, needs, leaves: of("leaves")[0] ?? null };
}
