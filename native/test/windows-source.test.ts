import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { z } from "zod";
import { openPrefix } from "../../scripts/windows/prefix.mjs";
import { findWine } from "../../scripts/windows/wine.mjs";

const NATIVE = fileURLToPath(new URL("..", import.meta.url));
const COMPILER = "x86_64-w64-mingw32-g++-posix";
const FLAGS = ["-std=c++20", "-static", "-Wall", "-Wextra", "-Wpedantic", "-Isrc", "-Itest/cpp"];

/** Milliseconds: on a busy machine the compiler alone takes half a minute. */
const LIMIT_MS = 240_000;

const NEEDED = ["src/core/windows_failure.cc", "src/core/windows_library.cc"];

const Recipe = z.object({ win32: z.array(z.string()), win32Defines: z.array(z.string()) });

/** Compiles the Windows process table, without its N-API part, from the same list as the addon. */
function compile(program: string): unknown {
  const { win32, win32Defines } = Recipe.parse(
    JSON.parse(readFileSync(join(NATIVE, "sources.json"), "utf8")),
  );
  const files = win32.filter((file) => file.startsWith("src/proc/") || NEEDED.includes(file));
  const defines = win32Defines.map((define) => `-D${define}`);
  const test = ["test/cpp/windows_source_test.cc", "src/core/utf16.cc"];
  return spawnSync(COMPILER, [...FLAGS, ...defines, ...test, ...files, "-o", program], {
    cwd: NATIVE,
    encoding: "utf8",
  });
}

it(
  "the Windows process table takes every way that one Windows alone never takes",
  async ({ skip }) => {
    const wine = findWine();
    if (!wine) return skip("there is no 64-bit Wine on this system");
    if (spawnSync(COMPILER, ["--version"]).status !== 0)
      return skip(`there is no ${COMPILER} on this system`);
    const folder = mkdtempSync(join(tmpdir(), "isoscope-windows-source-"));
    const prefix = await openPrefix(wine);
    try {
      const program = join(folder, "windows_source_test.exe");
      expect(compile(program)).toMatchObject({ status: 0, stderr: "" });
      const ran = spawnSync(wine.loader, [program], { env: prefix.env, encoding: "utf8", timeout: 60_000 });
      expect(ran).toMatchObject({ status: 0, stderr: "" });
    } finally {
      prefix.close();
      rmSync(folder, { recursive: true });
    }
  },
  LIMIT_MS,
);
