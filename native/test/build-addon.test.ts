import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { AddonBuildError, buildAddon } from "../../scripts/build-addon.mjs";

describe("buildAddon", () => {
  let outDir = "";
  beforeEach(() => {
    outDir = mkdtempSync(join(tmpdir(), "isoscope-build-"));
  });
  afterEach(() => rmSync(outDir, { recursive: true }));

  it("does nothing when the addon there is of these sources, even without a compiler", async () => {
    expect(await buildAddon({ env: { PATH: "" } })).toEqual({ path: inject("addonPath"), built: false });
  });

  it("says that there is no compiler, and which it tried", async () => {
    const building = buildAddon({ outDir, env: { PATH: outDir } });
    await expect(building).rejects.toBeInstanceOf(AddonBuildError);
    await expect(building).rejects.toMatchObject({
      code: "no-compiler",
      message: expect.stringContaining("g++, c++, clang++"),
    });
  });

  it("passes on what a compiler that fails said, and leaves nothing behind", async () => {
    // Answers --version, and fails on what it is given to compile.
    const building = buildAddon({ outDir, env: { ...process.env, CXX: "gzip" } });
    await expect(building).rejects.toMatchObject({
      code: "compile-failed",
      detail: expect.stringMatching(/gzip/),
    });
    expect(readdirSync(outDir)).toEqual([]);
    expect(existsSync(inject("addonPath"))).toBe(true);
  });
});
