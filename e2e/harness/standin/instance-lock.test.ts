import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { InstanceLock, type SecondInstance } from "./instance-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "iso-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("one holds it, and hears how the other was started", async () => {
  const first = new InstanceLock(folder);
  const heard = new Promise<SecondInstance>((resolve) => expect(first.acquire(resolve)).toBe(true));
  const second = new InstanceLock(folder);
  expect(second.acquire(() => {})).toBe(false);
  await second.told;
  expect(await heard).toEqual({ argv: process.argv, cwd: process.cwd() });
  first.release();
});

test("once it is let go, or its holder has died, another gets it", () => {
  const first = new InstanceLock(folder);
  first.acquire(() => {});
  first.release();
  // No process has this number: Linux gives none above 2^22.
  symlinkSync("4194305", path.join(folder, "instance"));
  const next = new InstanceLock(folder);
  expect(next.acquire(() => {})).toBe(true);
  next.release();
});
