import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildNode } from "./build-node.mjs";

let outDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "isoscope-bundle-"));
  await buildNode({ outDir });
});
afterAll(() => rm(outDir, { recursive: true }));

test("the preload is CommonJS, named so, and needs nothing but Electron", async () => {
  const text = await readFile(path.join(outDir, "preload.cjs"), "utf8");
  expect([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(["electron"]);
  expect(text).not.toMatch(/^(?:import|export)\b/m);
  expect(await readdir(outDir)).not.toContain("preload.mjs");
});

test("the entries are ES modules that name only Node, Electron and each other", async () => {
  const names = (await readdir(outDir)).filter((name) => name.endsWith(".mjs"));
  expect(names).toEqual(expect.arrayContaining(["main.mjs", "serve.mjs"]));
  for (const name of names) {
    const text = await readFile(path.join(outDir, name), "utf8");
    const specifiers = [...text.matchAll(/^import .*?from "([^"]+)";$/gm)].map(([, from = ""]) => from);
    expect(specifiers.filter((from) => !/^(?:node:|\.\/|electron$)/.test(from))).toEqual([]);
  }
});

test("the built web host reads its options, and refuses unknown ones with exit code 2", async () => {
  const run = promisify(execFile)(process.execPath, [path.join(outDir, "serve.mjs"), "--nonsense"]);
  await expect(run).rejects.toMatchObject({ code: 2, stdout: "" });
});
