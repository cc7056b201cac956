import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildIfStale, digestOf } from "./stale.mjs";

let root: string;
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "isoscope-stale-"));
  put("src/a.ts", "a");
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ["another content", () => put("src/a.ts", "b")],
  ["another file", () => put("src/deep/b.ts", "")],
  ["the coming of an input that was not there", () => put("config.ts", "")],
  ["content that moves from one file's end to the next one's start", () => put("src/b.ts", "")],
])("%s makes another digest", (_what, change) => {
  const before = digestOf(root, ["src", "config.ts"]);
  change();
  expect(digestOf(root, ["src", "config.ts"])).not.toBe(before);
});

test("tests and what lies elsewhere leave the digest alone", () => {
  const before = digestOf(root, ["src"]);
  put("src/a.test.ts", "");
  put("src/a.test.tsx", "");
  put("elsewhere.ts", "");
  expect(digestOf(root, ["src"])).toBe(before);
});

test("what else counts changes the digest", () => {
  expect(digestOf(root, ["src"], ["x64"])).not.toBe(digestOf(root, ["src"], ["arm64"]));
});

function target() {
  let built = 0;
  const build = async () => {
    built += 1;
    put("out.txt", "made");
  };
  const run = () =>
    buildIfStale(
      { name: "thing", inputs: ["src"], outputs: ["out.txt"], build },
      { root, memory: path.join(root, "m") },
    );
  return { run, built: () => built };
}

test("a second build with nothing changed is none", async () => {
  const { run, built } = target();
  expect([await run(), await run(), built()]).toEqual([true, false, 1]);
});

test("a changed input or a missing output is built again", async () => {
  const { run, built } = target();
  await run();
  put("src/a.ts", "changed");
  await run();
  rmSync(path.join(root, "out.txt"));
  await run();
  expect(built()).toBe(3);
});

test("a build that fails is tried again", async () => {
  const where = { root, memory: path.join(root, "m") };
  const failing = {
    name: "thing",
    inputs: ["src"],
    outputs: [],
    build: () => Promise.reject(new Error("no")),
  };
  await expect(buildIfStale(failing, where)).rejects.toThrow("no");
  await expect(buildIfStale(failing, where)).rejects.toThrow("no");
});
