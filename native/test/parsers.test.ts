import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const native = fileURLToPath(new URL("..", import.meta.url));
const PARSERS = ["linux_cgroup", "linux_connector_message", "linux_stat", "linux_status"];

it("parse any cut of their input within bounds, under the address sanitizer", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoscope-parsers-"));
  try {
    const program = join(folder, "parsers");
    const sources = ["test/cpp/parsers_test.cc", ...PARSERS.map((name) => `src/proc/${name}.cc`)];
    const flags = [
      "-std=c++20",
      "-g",
      "-Wall",
      "-Wextra",
      "-fsanitize=address,undefined",
      "-fno-sanitize-recover",
    ];
    const build = spawnSync("g++", [...flags, "-Isrc", ...sources, "-o", program], {
      cwd: native,
      encoding: "utf8",
    });
    expect(build).toMatchObject({ status: 0, stderr: "" });
    expect(spawnSync(program, [], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
