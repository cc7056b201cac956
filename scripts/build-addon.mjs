// Compiles the native addon with the system's own compiler: no network, no node-gyp, nothing but Node.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AddonBuildError, reportBuild } from "./addon/build-error.mjs";
import { ADDON, buildIn } from "./addon/build-in.mjs";
import { COMPILE_FLAGS, compileAll, findProgram, runTool } from "./addon/compile.mjs";
import { NATIVE } from "./addon/folders.mjs";
import { readRecipe } from "./addon/recipe.mjs";
import { isCurrent, stampOf } from "./addon/stamp.mjs";

const FLAGS = [...COMPILE_FLAGS, "-fPIC"];
const COMPILERS = ["g++", "c++", "clang++"];

export { AddonBuildError };

/**
 * Builds `isoscope.node` in `outDir` unless the one there is of the same sources and flags.
 * @param {{outDir?: string, log?: (line: string) => void, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{path: string, built: boolean}>}
 */
export async function buildAddon({ outDir = join(NATIVE, "build"), log = () => {}, env = process.env } = {}) {
  const recipe = await ownRecipe();
  const path = join(outDir, ADDON);
  const stamp = await stampOf(recipe, FLAGS, process.arch);
  if (await isCurrent(path, stamp)) return { path, built: false };
  const compiler = { name: await findCompiler(env), env, log };
  log(`Compiling the native addon with ${compiler.name} (${recipe.sources.length} files)`);
  await buildIn(outDir, stamp, async (work) => {
    const objects = await compileAll(compiler, recipe, FLAGS, work);
    await runTool(compiler, ["-shared", "-pthread", "-s", ...objects, "-o", join(work, ADDON)]);
  });
  return { path, built: true };
}

async function ownRecipe() {
  const recipe = await readRecipe(process.platform);
  if (recipe && process.platform !== "win32") return recipe;
  throw new AddonBuildError("unsupported-platform", unsupported());
}

function unsupported() {
  return process.platform === "win32"
    ? "On Windows the native addon is built by Visual Studio's C++ tools: install the workload “Desktop development with C++”, then run “npx node-gyp rebuild” in the folder native. Or take the one that scripts/build-addon-windows.mjs builds on Linux."
    : `The native addon has no sources for ${process.platform} yet; Isoscope runs without it.`;
}

async function findCompiler(env) {
  const names = env.CXX ? [env.CXX] : COMPILERS;
  const found = await findProgram(names, env);
  if (found) return found;
  throw new AddonBuildError(
    "no-compiler",
    `No C++ compiler was found (tried ${names.join(", ")}). Install g++ for the native process reader; without it Isoscope reads processes in JavaScript.`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await reportBuild(buildAddon);
