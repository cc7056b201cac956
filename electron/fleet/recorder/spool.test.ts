import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Spool, sweepSpools } from "./spool.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-spool-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("lines become a packed file with its header first and its end last, and the lines' own file goes", async () => {
  const spool = await Spool.open(folder, "1-a");
  for (let i = 0; i < 1_000; i++) spool.write(`line ${i}\n`);
  expect(spool.bytes).toBeGreaterThan(8_000);
  const { path, bytes } = await spool.seal("header\n", (sha256) => `end ${sha256.length}\n`);
  const file = await readFile(path);
  expect(file.length).toBe(bytes);
  const lines = gunzipSync(file).toString().split("\n");
  expect([lines[0], lines[1], lines[1_000], lines[1_001]]).toEqual([
    "header",
    "line 0",
    "line 999",
    "end 64",
  ]);
  expect(await readdir(folder)).toEqual(["recording-1-a.isoscope"]);
  await spool.discard();
  expect(await readdir(folder)).toEqual([]);
});

test("two of one name are not one file, and a folder that is none is told", async () => {
  const spool = await Spool.open(folder, "1-a");
  await expect(Spool.open(folder, "1-a")).rejects.toThrow("EEXIST");
  await writeFile(join(folder, "file"), "");
  await expect(Spool.open(join(folder, "file"), "1-b")).rejects.toThrow();
  await spool.discard();
});

test("what runs that have ended left is swept, and nothing else", async () => {
  for (const name of ["recording-1-a.part", "recording-2-b.isoscope", "mine.isoscope"])
    await writeFile(join(folder, name), "");
  await sweepSpools(folder, (name) => name.startsWith("2-"));
  expect(await readdir(folder)).toEqual(["mine.isoscope", "recording-2-b.isoscope"]);
  await sweepSpools(join(folder, "nowhere"), () => false);
});
