import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CacheFiles } from "./cache-files.ts";
import { sweepTemporary } from "./sweep-temporary.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "isoscope-cache-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("CacheFiles", () => {
  it("makes a file once and keeps its folder to this user", async () => {
    const cache = new CacheFiles(root);
    let made = 0;
    const make = async (path: string) => writeFile(path, `${++made}`);
    await cache.file("disks/a", make);
    expect(await readFile(await cache.file("disks/a", make), "utf8")).toBe("1");
    expect((await stat(join(root, "disks"))).mode & 0o777).toBe(0o700);
  });

  it("leaves nothing when making fails", async () => {
    const cache = new CacheFiles(root);
    const failing = cache.file("disks/a", async (path) => {
      await writeFile(path, "half");
      throw new Error("no space");
    });
    await expect(failing).rejects.toThrow("no space");
    expect(await readdir(join(root, "tmp"))).toEqual([]);
    await expect(stat(join(root, "disks/a"))).rejects.toThrow();
  });
});

describe("sweepTemporary", () => {
  it("removes what a gone app left, not what this one works on", async () => {
    const cache = new CacheFiles(root);
    await mkdir(join(root, "tmp", "99999999-1-x"), { recursive: true });
    await cache.withTemporary(async () => {
      expect(await sweepTemporary(cache)).toBe(1);
      expect(await readdir(join(root, "tmp"))).toHaveLength(1);
    });
  });
});
