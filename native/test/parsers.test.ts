import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const native = fileURLToPath(new URL("..", import.meta.url));
const FLAGS = [
  "-std=c++20",
  "-g",
  "-Wall",
  "-Wextra",
  "-Wpedantic",
  "-fsanitize=address,undefined",
  "-fno-sanitize-recover",
];

/** What is tested below knows no operating system, so Linux's sanitizers watch Windows' parsers too. */
const PROGRAMS = [
  {
    what: "Linux parsers read any cut of their input within bounds",
    test: "parsers_test",
    sources: ["proc/linux_cgroup", "proc/linux_connector_message", "proc/linux_stat", "proc/linux_status"],
  },
  {
    what: "Windows parsers read any cut and mutation of their input within bounds",
    test: "windows_parsers_test",
    sources: ["core/utf16", "proc/windows_name", "proc/windows_sid", "proc/windows_snapshot"],
  },
  {
    what: "the Windows process table tells what is news",
    test: "windows_table_test",
    sources: ["proc/windows_counters", "proc/windows_table"],
  },
];

it.each(PROGRAMS)("$what, under the address sanitizer", ({ test, sources }) => {
  const folder = mkdtempSync(join(tmpdir(), "isoscope-parsers-"));
  try {
    const program = join(folder, test);
    const files = [`test/cpp/${test}.cc`, ...sources.map((name) => `src/${name}.cc`)];
    const build = spawnSync("g++", [...FLAGS, "-Isrc", "-Itest/cpp", ...files, "-o", program], {
      cwd: native,
      encoding: "utf8",
    });
    expect(build).toMatchObject({ status: 0, stderr: "" });
    expect(spawnSync(program, [], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
