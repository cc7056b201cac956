import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../setup/root.mjs";

const REFUSED: readonly (readonly [folder: string, specifier: string])[] = [
  ["electron/contract", "../model/scope.ts"],
  ["electron/contract", "node:fs"],
  ["electron/contract", "ws"],
  ["electron/model", "../engine/engine.ts"],
  ["electron/model", "../fleet/fleet.ts"],
  ["electron/model", "node:os"],
  ["electron/model", "zod"],
  ["electron/model/advisor", "../../engine/engine.ts"],
  ["electron/model/advisor", "node:os"],
  ["electron/engine", "./docker/engine.ts"],
  ["electron/engine", "../fleet/fleet.ts"],
  ["electron/engine/docker", "../microvm/engine.ts"],
  ["electron/engine/docker/deep", "../../hcs/engine.ts"],
  ["electron/engine/microvm", "../docker/engine.ts"],
  ["electron/engine/hcs", "../replay/engine.ts"],
  ["electron/engine/replay", "../docker/engine.ts"],
  ["electron/engine/docker", "../../fleet/fleet.ts"],
  ["electron/engine/docker", "../../host/paths.ts"],
  ["electron/processes", "../engine/docker/engine.ts"],
  ["electron/processes/linux", "../../fleet/fleet.ts"],
  ["electron/fleet", "../host/paths.ts"],
  ["electron/fleet", "../engine/docker/engine.ts"],
  ["electron/host", "../../renderer/app/router.ts"],
  ["renderer/app", "../../electron/fleet/fleet.ts"],
  ["renderer/app", "../../electron/host/paths.ts"],
  ["renderer/app", "../../native/index.ts"],
  ["renderer/app", "node:fs"],
  ["renderer/app", "electron"],
];

const ALLOWED: readonly (readonly [folder: string, specifier: string])[] = [
  ["electron/contract", "zod"],
  ["electron/contract", "./errors.ts"],
  ["electron/contract/fixtures", "../process.ts"],
  ["electron/model", "../contract/scope.ts"],
  ["electron/model", "./advisor/advice.ts"],
  ["electron/model/advisor", "./advice.ts"],
  ["electron/model/advisor", "../windows-builds.ts"],
  ["electron/model/advisor", "../../contract/engine.ts"],
  ["renderer/features/launch", "../../../electron/model/advisor/advice.ts"],
  ["electron/engine/docker", "../engine.ts"],
  ["electron/engine/docker", "node:http"],
  ["electron/fleet", "../engine/engine.ts"],
  ["electron/host", "../engine/docker/engine.ts"],
  ["renderer/app", "../../electron/contract/scope.ts"],
  ["renderer/app", "../../electron/model/scope.ts"],
];

const fileOf = (folder: string, specifier: string) =>
  `${folder}/planted-${specifier.replaceAll(/[^a-z]+/g, "-")}.ts`;

let tree: string;
let refused: ReadonlySet<string>;

// The project's own rules over a tree of planted imports, in one run of the linter.
beforeAll(() => {
  tree = realpathSync(mkdtempSync(path.join(tmpdir(), "isoscope-lint-")));
  const config = JSON.parse(readFileSync(path.join(ROOT, "biome.json"), "utf8"));
  writeFileSync(
    path.join(tree, "biome.json"),
    JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
  );
  for (const [folder, specifier] of [...REFUSED, ...ALLOWED]) {
    mkdirSync(path.join(tree, folder), { recursive: true });
    writeFileSync(path.join(tree, fileOf(folder, specifier)), `import { x } from "${specifier}";\nx();\n`);
  }
  refused = lint(tree);
});
afterAll(() => rmSync(tree, { recursive: true }));

/** The files that the import rule objects to. */
function lint(cwd: string): ReadonlySet<string> {
  const biome = path.join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [
    "lint",
    "--only=style/noRestrictedImports",
    "--max-diagnostics=none",
    "--reporter=github",
    ".",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...args], { cwd, encoding: "utf8" });
  const found = `${stdout}${stderr}`.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),/g);
  return new Set([...found].map(([, file = ""]) => path.relative(cwd, file)));
}

test.each(REFUSED)("%s may not import %s", (folder, specifier) => {
  expect(refused).toContain(fileOf(folder, specifier));
});

test.each(ALLOWED)("%s may import %s", (folder, specifier) => {
  expect(refused).not.toContain(fileOf(folder, specifier));
});
