// @ts-check
import { single } from "./report.mjs";
import { tool } from "./tool.mjs";

/** The types fit. */
export async function types() {
  const code = await tool("typescript", [], { command: "tsc" });
  return single("types", code === 0 ? [] : ["tsc"]);
}

const LINTED = ["electron", "renderer", "scripts", "e2e"];

/** Form and import directions, what only types can tell (floating promises, missing cases), and unused code. */
export async function lint() {
  const codes = {
    Biome: await tool("@biomejs/biome", ["check", "--error-on-warnings"]),
    oxlint: await tool("oxlint", ["--type-aware", "--deny-warnings", ...LINTED]),
    knip: await tool("knip", []),
  };
  const complaining = Object.entries(codes).filter(([, code]) => code !== 0);
  return single(
    "lint",
    complaining.map(([name]) => name),
  );
}
