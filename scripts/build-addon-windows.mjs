// Cross-compiles the native addon for Windows (x64) with mingw-w64, from the same list of sources. Microsoft's compiler
// builds it from native/binding.gyp.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AddonBuildError, reportBuild } from "./addon/build-error.mjs";
import { ADDON, buildIn } from "./addon/build-in.mjs";
import { COMPILE_FLAGS, compileAll, findProgram, runTool } from "./addon/compile.mjs";
import { NATIVE, NODE_API } from "./addon/folders.mjs";
import { readRecipe } from "./addon/recipe.mjs";
import { isCurrent, stampOf } from "./addon/stamp.mjs";

const TRIPLE = "x86_64-w64-mingw32";
// The posix flavour: the other has no std::thread and no std::mutex.
const COMPILERS = [`${TRIPLE}-g++-posix`, `${TRIPLE}-g++`];
// Nothing beside the file itself: the runtimes of C++ and of threads go inside.
const LINK_FLAGS = ["-shared", "-static", "-s"];
// node-gyp takes this from Node; here it is one of our own sources.
const DELAY_LOAD_HOOK = "src/node/windows_delay_load.cc";

/**
 * Builds the Windows addon in `outDir` unless the one there is of the same sources and flags.
 * @param {{outDir?: string, log?: (line: string) => void, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{path: string, built: boolean}>}
 */
export async function buildWindowsAddon({
  outDir = join(NATIVE, "build", "win32-x64"),
  log = () => {},
  env = process.env,
} = {}) {
  const recipe = await windowsRecipe();
  const path = join(outDir, ADDON);
  const stamp = await stampOf(recipe, COMPILE_FLAGS, LINK_FLAGS);
  if (await isCurrent(path, stamp)) return { path, built: false };
  const compiler = { name: await findCompiler(env), env, log };
  log(`Compiling the native addon for Windows with ${compiler.name} (${recipe.sources.length} files)`);
  await buildIn(outDir, stamp, (work) => compileAndLink(compiler, recipe, work));
  return { path, built: true };
}

async function windowsRecipe() {
  const { sources, defines } = await readRecipe("win32");
  return { sources: [...sources, DELAY_LOAD_HOOK], defines };
}

async function compileAndLink(compiler, recipe, work) {
  const objects = await compileAll(compiler, recipe, COMPILE_FLAGS, work);
  const imports = join(work, "libnode-delay.a");
  const dlltool = { ...compiler, name: `${TRIPLE}-dlltool` };
  await runTool(dlltool, ["-d", join(NODE_API, "def", "node_api.def"), "-y", imports]);
  await runTool(compiler, [...LINK_FLAGS, "-o", join(work, ADDON), ...objects, imports, "-ldelayimp"]);
}

async function findCompiler(env) {
  const found = await findProgram(COMPILERS, env);
  if (found) return found;
  throw new AddonBuildError(
    "no-compiler",
    `No compiler for Windows was found (tried ${COMPILERS.join(", ")}). Install g++-mingw-w64-x86-64-posix.`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await reportBuild(buildWindowsAddon);
}
