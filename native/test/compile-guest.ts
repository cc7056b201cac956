import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const GUEST = resolve(import.meta.dirname, "../guest");

/**
 * Compiles a test program with the guest's own sources (all but `main`) and the address and undefined-behaviour
 * sanitizers: any step outside memory ends it with an error. Resolves with the program's path.
 */
export async function compileWithGuest(source: string, folder: string): Promise<string> {
  const program = join(folder, source.replace(/\.c$/, ""));
  const guest = (await readdir(GUEST)).filter((name) => name.endsWith(".c") && name !== "main.c");
  const sources = [join(import.meta.dirname, "guest", source), ...guest.map((name) => join(GUEST, name))];
  const checks = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g", "-O1"];
  const warnings = ["-Wall", "-Wextra", "-Werror"];
  await run("gcc", ["-std=gnu11", ...checks, ...warnings, "-I", GUEST, "-o", program, ...sources]);
  return program;
}
