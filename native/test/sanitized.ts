import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const native = fileURLToPath(new URL("..", import.meta.url));
const FLAGS = ["-std=c++20", "-g", "-Wall", "-Wextra", "-Wpedantic", "-fno-sanitize-recover"];

/** A test program of `cpp/` and the files of `src/` that it tests, both without their ending. */
export interface SanitizedProgram {
  readonly test: string;
  readonly sources: readonly string[];
}

/** Compiles it under GCC's sanitizers and runs it: neither may have a word to say. */
export function expectClean({ test, sources }: SanitizedProgram, sanitizers: string): void {
  const folder = mkdtempSync(join(tmpdir(), "isoscope-sanitized-"));
  try {
    const program = join(folder, test);
    const files = [`test/cpp/${test}.cc`, ...sources.map((name) => `src/${name}.cc`)];
    const build = spawnSync(
      "g++",
      [...FLAGS, `-fsanitize=${sanitizers}`, "-Isrc", "-Itest/cpp", ...files, "-o", program],
      { cwd: native, encoding: "utf8" },
    );
    expect(build).toMatchObject({ status: 0, stderr: "" });
    expect(spawnSync(program, [], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
