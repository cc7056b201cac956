import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./run.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "isoscope-run-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const node = (script: string, log: string) => run(process.execPath, ["-e", script], { log });

test("a log gets both outputs of one program after the other, and exit codes come through", async () => {
  const log = path.join(folder, "log");
  expect(await node("console.log('one')", log)).toBe(0);
  expect(await node("console.error('two'); process.exitCode = 3", log)).toBe(3);
  expect(readFileSync(log, "utf8")).toBe("one\ntwo\n");
});

test("a program that is not there ends with 127", async () => {
  expect(await run(path.join(folder, "nothing"), [])).toBe(127);
});

test("a program that takes longer than its limit is killed", async () => {
  expect(await run(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { limitMs: 1 })).toBe(137);
});
