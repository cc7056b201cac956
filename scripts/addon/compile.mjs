import { join } from "node:path";
import { AddonBuildError } from "./build-error.mjs";
import { FOREIGN_HEADERS, NATIVE } from "./folders.mjs";
import { runProgram } from "./run-program.mjs";

const PARALLEL = 2;

/** Flags of every GCC-like compiler, for every platform. */
export const COMPILE_FLAGS = [
  "-std=c++20",
  "-O2",
  "-fvisibility=hidden",
  "-Wall",
  "-Wextra",
  "-Wpedantic",
  "-DBUILDING_NODE_EXTENSION",
];

/** The first of `names` that answers, or null. */
export async function findProgram(names, env) {
  for (const name of names) {
    const { status } = await runProgram(name, ["--version"], env);
    if (status === 0) return name;
  }
  return null;
}

/** Compiles all sources, two at a time; resolves with the object files, which lie in `work`. */
export async function compileAll(compiler, { sources, defines }, flags, work) {
  const all = [...flags, ...defines.map((define) => `-D${define}`), "-I", join(NATIVE, "src")];
  // Headers of others are system headers to the compiler, so that warnings are about our own code.
  for (const include of FOREIGN_HEADERS) all.push("-isystem", include);
  const objects = sources.map((source, index) => join(work, `${index}-${source.replaceAll("/", "-")}.o`));
  const queue = sources.map((source, index) => ["-c", join(NATIVE, source), "-o", objects[index], ...all]);
  const worker = async () => {
    for (let args = queue.shift(); args; args = queue.shift()) await runTool(compiler, args);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return objects;
}

/** Runs a compiler, linker or other tool of the build. Throws {@link AddonBuildError} when it fails. */
export async function runTool({ name, env, log }, args) {
  const { status, output } = await runProgram(name, args, env);
  if (status !== 0) {
    throw new AddonBuildError("compile-failed", `${name} could not compile the native addon.`, output);
  }
  if (output !== "") log(output.trimEnd());
}
