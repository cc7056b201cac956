// @ts-check
import { single } from "./report.mjs";
import { tool } from "./tool.mjs";

/** The types fit. */
export async function types() {
  return single("types", (await tool("typescript", [], { command: "tsc" })) === 0);
}

const LINTED = ["electron", "renderer", "scripts", "e2e"];

/** Form and import directions, what only types can tell (floating promises, missing cases), and unused code. */
export async function lint() {
  const codes = [
    await tool("@biomejs/biome", ["check", "--error-on-warnings"]),
    await tool("oxlint", ["--type-aware", "--deny-warnings", ...LINTED]),
    await tool("knip", []),
  ];
  return single(
    "lint",
    codes.every((code) => code === 0),
  );
}
