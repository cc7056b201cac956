import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../setup/root.mjs";
import { trackedFiles } from "./tracked-files.ts";

/** Electron supports its three newest majors; see the timelines page of its documentation. As of November 2026. */
const SUPPORTED_ELECTRON = [43, 44, 45];

const read = (name: string) => readFileSync(path.join(ROOT, name), "utf8");
const naming = (pattern: RegExp) =>
  trackedFiles()
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name);

test("Electron is pinned to the newest of the supported majors", () => {
  const version: string = JSON.parse(read("package.json")).devDependencies.electron;
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number(version.split(".")[0])).toBe(Math.max(...SUPPORTED_ELECTRON));
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});

test("the lock file holds no download addresses", () => {
  const { packages }: { packages: Record<string, { resolved?: string }> } = JSON.parse(
    read("package-lock.json"),
  );
  const addressed = Object.entries(packages).filter(([, { resolved }]) => resolved?.includes("://"));
  expect(addressed).toEqual([]);
});

test("no file names a package registry's host", () => {
  // In pieces, because this file is tracked too.
  const hosts = ["registry.npmjs", "registry.yarnpkg", "registry.npmmirror", "npm.pkg.github"];
  const pattern = new RegExp(hosts.map((host) => host.replaceAll(".", "\\.")).join("|"));
  expect(naming(pattern).filter((name) => name !== "scripts/rules/tree.test.ts")).toEqual([]);
});

test("no file names the folder it was written in", () => {
  const folder = path.dirname(ROOT) === path.parse(ROOT).root ? ROOT : path.dirname(ROOT);
  const pattern = new RegExp(`(?<![\\w.])${ROOT.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\b`);
  expect(folder.length).toBeGreaterThan(1);
  expect(naming(pattern)).toEqual([]);
});

test("only native/src/node knows Node's native interface", () => {
  const users = trackedFiles()
    .filter(({ name }) => name.startsWith("native/") && /\.(?:h|hh|hpp|c|cc|cpp)$/.test(name))
    .filter(({ text }) => /#\s*include\s*[<"](?:napi|node_api|node|uv|v8)\.h[>"]/.test(text))
    .map(({ name }) => name);
  expect(users.filter((name) => !name.startsWith("native/src/node/"))).toEqual([]);
});
