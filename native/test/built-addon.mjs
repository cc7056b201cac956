// Global setup of the native tests: the addon of these very sources, and the fixture programs.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildAddon } from "../../scripts/build-addon.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default async function setup({ provide }) {
  const { path } = await buildAddon();
  const programs = here("../build/fixtures");
  mkdirSync(programs, { recursive: true });
  for (const name of ["crowd", "named"]) {
    execFileSync("gcc", ["-O1", "-Wall", "-o", `${programs}/${name}`, here(`fixtures/${name}.c`)]);
  }
  provide("addonPath", path);
  provide("programs", programs);
}
