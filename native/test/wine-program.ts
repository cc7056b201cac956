import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { z } from "zod";
import { openPrefix } from "../../scripts/windows/prefix.mjs";
import { findWine, type Wine } from "../../scripts/windows/wine.mjs";

const NATIVE = fileURLToPath(new URL("..", import.meta.url));
const COMPILER = "x86_64-w64-mingw32-g++-posix";
const FLAGS = ["-std=c++20", "-static", "-Wall", "-Wextra", "-Wpedantic", "-Isrc", "-Itest/cpp"];

/** Milliseconds: on a busy machine the compiler alone takes half a minute. */
export const WINE_PROGRAM_LIMIT_MS = 240_000;

const Recipe = z.object({ win32: z.array(z.string()), win32Defines: z.array(z.string()) });
const { win32, win32Defines } = Recipe.parse(JSON.parse(readFileSync(join(NATIVE, "sources.json"), "utf8")));

/** The addon's own sources for Windows, as `sources.json` lists them. */
export const WINDOWS_SOURCES: readonly string[] = win32;

/**
 * Compiles a test program of `cpp/` with some of the addon's sources and runs it under Wine: neither may have a word to
 * say. Skips where there is no Wine or no compiler.
 */
export async function expectCleanUnderWine(
  test: string,
  sources: readonly string[],
  skip: (why: string) => void,
): Promise<void> {
  const wine = findWine();
  if (!wine) return skip("there is no 64-bit Wine on this system");
  if (spawnSync(COMPILER, ["--version"]).status !== 0) return skip(`there is no ${COMPILER} on this system`);
  const folder = mkdtempSync(join(tmpdir(), "isoscope-wine-program-"));
  try {
    const program = join(folder, `${test}.exe`);
    expect(compile(test, sources, program)).toMatchObject({ status: 0, stderr: "" });
    expect(await runIn(wine, program)).toMatchObject({ status: 0, stderr: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(test: string, sources: readonly string[], program: string): unknown {
  const files = [`test/cpp/${test}.cc`, "src/core/utf16.cc", ...sources];
  const defines = win32Defines.map((define) => `-D${define}`);
  return spawnSync(COMPILER, [...FLAGS, ...defines, ...files, "-o", program], {
    cwd: NATIVE,
    encoding: "utf8",
  });
}

async function runIn(wine: Wine, program: string): Promise<unknown> {
  const prefix = await openPrefix(wine);
  try {
    return spawnSync(wine.loader, [program], { env: prefix.env, encoding: "utf8", timeout: 60_000 });
  } finally {
    prefix.close();
  }
}
