import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildWindowsAddon } from "../../scripts/build-addon-windows.mjs";

const OBJDUMP = "x86_64-w64-mingw32-objdump";
const HAS_TOOLS = spawnSync(OBJDUMP, ["--version"]).status === 0;

/** Milliseconds: on a busy machine the cross compiler takes minutes. */
const BUILD_LIMIT_MS = 600_000;

describe.skipIf(!HAS_TOOLS)("the Windows addon", () => {
  let path = "";
  beforeAll(async () => {
    ({ path } = await buildWindowsAddon());
  }, BUILD_LIMIT_MS);

  const dump = () => spawnSync(OBJDUMP, ["-p", path], { encoding: "utf8" }).stdout;

  it("needs nothing beside itself: what every Windows has, and Node-API when it is first called", () => {
    const needed = [...dump().matchAll(/DLL Name: (\S+)/g)].map(([, name]) => name);
    expect(needed.sort()).toEqual(["KERNEL32.dll", "msvcrt.dll"]);
    expect(dump()).toMatch(/Delay Import Directory/);
  });

  it("exports what Node looks for", () => {
    expect(dump()).toContain("napi_register_module_v1");
  });

  it("knows nothing of the stand-in", () => {
    const bytes = readFileSync(path);
    for (const word of ["standin", "STANDIN", "stand-in"]) {
      expect(bytes.includes(word)).toBe(false);
      expect(bytes.includes(Buffer.from(word, "utf16le"))).toBe(false);
    }
  });
});
