// Compiles the native addon with the system's own compiler: no network, no node-gyp, nothing but Node.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NATIVE = join(ROOT, "native");
const COMPILE_FLAGS = [
  "-std=c++20",
  "-O2",
  "-fPIC",
  "-fvisibility=hidden",
  "-Wall",
  "-Wextra",
  "-Wpedantic",
  "-DBUILDING_NODE_EXTENSION",
];
const COMPILERS = ["g++", "c++", "clang++"];
const PARALLEL = 2;

/** Why there is no addon. `code` is `unsupported-platform`, `no-compiler` or `compile-failed`. */
export class AddonBuildError extends Error {
  constructor(code, message, detail = "") {
    super(message);
    this.name = "AddonBuildError";
    this.code = code;
    /** What the compiler printed. */
    this.detail = detail;
  }
}

/**
 * Builds `isoscope.node` in `outDir` unless the one there is of the same sources and flags.
 * @param {{outDir?: string, log?: (line: string) => void, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{path: string, built: boolean}>}
 */
export async function buildAddon({ outDir = join(NATIVE, "build"), log = () => {}, env = process.env } = {}) {
  const recipe = await readRecipe();
  const path = join(outDir, "isoscope.node");
  const stamp = await stampOf(recipe);
  if (await isCurrent(path, stamp)) return { path, built: false };
  const compiler = await findCompiler(env);
  log(`Compiling the native addon with ${compiler.name} (${recipe.sources.length} files)`);
  await mkdir(outDir, { recursive: true });
  const work = await mkdtemp(join(outDir, "work-"));
  try {
    await compileAll(compiler, recipe, work, log);
    // Renamed into place: a process that has the old one mapped keeps it, and nobody ever loads half a file.
    await rename(join(work, "isoscope.node"), path);
    await writeFile(`${path}.stamp`, stamp);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return { path, built: true };
}

async function readRecipe() {
  const list = JSON.parse(await readFile(join(NATIVE, "sources.json"), "utf8"));
  const own = list[process.platform];
  if (!own) {
    throw new AddonBuildError(
      "unsupported-platform",
      `The native addon has no sources for ${process.platform} yet; Isoscope runs without it.`,
    );
  }
  return { sources: [...list.common, ...own], defines: list.defines };
}

async function findCompiler(env) {
  const names = env.CXX ? [env.CXX] : COMPILERS;
  for (const name of names) {
    const { status } = await run(name, ["--version"], env);
    if (status === 0) return { name, env };
  }
  throw new AddonBuildError(
    "no-compiler",
    `No C++ compiler was found (tried ${names.join(", ")}). Install g++ for the native process reader; without it Isoscope reads processes in JavaScript.`,
  );
}

async function stampOf(recipe) {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([recipe, COMPILE_FLAGS, process.arch]));
  for (const file of await filesBelow(join(NATIVE, "src"))) hash.update(file).update(await readFile(file));
  for (const name of ["node-addon-api", "node-api-headers"]) {
    hash.update(await readFile(join(ROOT, "node_modules", name, "package.json")));
  }
  return hash.digest("hex");
}

async function filesBelow(directory) {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function isCurrent(path, stamp) {
  try {
    const [known] = await Promise.all([readFile(`${path}.stamp`, "utf8"), readFile(path)]);
    return known === stamp;
  } catch {
    return false;
  }
}

async function compileAll(compiler, { sources, defines }, work, log) {
  const includes = [
    join(NATIVE, "src"),
    join(ROOT, "node_modules", "node-addon-api"),
    join(ROOT, "node_modules", "node-api-headers", "include"),
  ];
  const flags = [...COMPILE_FLAGS, ...defines.map((d) => `-D${d}`), "-I", includes[0]];
  // Headers of others are system headers to the compiler, so that warnings are about our own code.
  for (const include of includes.slice(1)) flags.push("-isystem", include);
  const objects = sources.map((source, index) => join(work, `${index}-${source.replaceAll("/", "-")}.o`));
  const queue = sources.map((source, index) => ["-c", join(NATIVE, source), "-o", objects[index], ...flags]);
  const worker = async () => {
    for (let args = queue.shift(); args; args = queue.shift()) await compile(compiler, args, log);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  await compile(compiler, ["-shared", "-pthread", "-s", ...objects, "-o", join(work, "isoscope.node")], log);
}

async function compile(compiler, args, log) {
  const { status, output } = await run(compiler.name, args, compiler.env);
  if (status !== 0) {
    throw new AddonBuildError(
      "compile-failed",
      `${compiler.name} could not compile the native addon.`,
      output,
    );
  }
  if (output !== "") log(output.trimEnd());
}

/** Runs to the end; a program that is not there has status null. */
function run(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: NATIVE, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const gather = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.on("error", () => resolve({ status: null, output }));
    child.on("close", (status) => resolve({ status, output }));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { path, built } = await buildAddon({ log: console.error });
    console.error(built ? `Built ${path}` : `${path} is current`);
  } catch (error) {
    if (!(error instanceof AddonBuildError)) throw error;
    console.error(error.detail ? `${error.message}\n${error.detail}` : error.message);
    process.exitCode = 1;
  }
}
