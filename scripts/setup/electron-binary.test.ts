import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureElectron } from "./electron-binary.mjs";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "isoscope-electron-"));
  folder = path.join(root, "node_modules", "electron");
  mkdirSync(folder, { recursive: true });
  release("45.0.0");
});
afterEach(() => rmSync(root, { recursive: true }));

const release = (version: string) =>
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ version }));

function setUp(works: boolean) {
  let tries = 0;
  const install = async () => {
    tries += 1;
    if (!works) return 1;
    mkdirSync(path.join(folder, "dist"));
    writeFileSync(path.join(folder, "path.txt"), "electron");
    writeFileSync(path.join(folder, "dist", "electron"), "");
    return 0;
  };
  const ensure = (insist = false) =>
    ensureElectron({ root, memory: path.join(root, "memory"), insist, install });
  return { ensure, tries: () => tries };
}

test("a program that is there is not downloaded again", async () => {
  const { ensure, tries } = setUp(true);
  const file = await ensure();
  expect(file).toBe(path.join(folder, "dist", "electron"));
  expect([await ensure(), tries()]).toEqual([file, 1]);
});

test("a failed download is tried once", async () => {
  const { ensure, tries } = setUp(false);
  expect([await ensure(), await ensure(), tries()]).toEqual([null, null, 1]);
});

test("a failed download is tried again when asked for, and for another version", async () => {
  const { ensure, tries } = setUp(false);
  await ensure();
  await ensure(true);
  release("45.0.1");
  await ensure();
  expect(tries()).toBe(3);
});
