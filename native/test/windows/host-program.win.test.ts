import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ADDON_PATH } from "./hcs.ts";

const LOAD = `console.log(typeof require(process.argv[1]).openHcs)`;

describe("the host program", () => {
  it("may have any name: the addon finds Node-API in it", () => {
    const folder = mkdtempSync(join(tmpdir(), "isoscope-host-"));
    try {
      const program = join(folder, "Isoscope.exe");
      copyFileSync(process.execPath, program);
      const ran = spawnSync(program, ["-e", LOAD, ADDON_PATH], { encoding: "utf8" });
      expect(ran).toMatchObject({ status: 0, stdout: "function\n", stderr: "" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
