// @ts-check
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram } from "../setup/find-program.mjs";
import { ROOT } from "../setup/root.mjs";
import { Stop, say } from "../setup/say.mjs";
import { digestOf } from "../setup/stale.mjs";
import { withLock } from "./lock.mjs";
import { STANDIN } from "./places.mjs";

const FOLDER = path.join("native", "test", "standin");
const SOURCES = path.join(ROOT, FOLDER, "src");
const OBJECTS = path.join(STANDIN, "objects");
const COMPILERS = ["x86_64-w64-mingw32-g++-posix", "x86_64-w64-mingw32-g++"];
const FLAGS = [
  "-std=c++20",
  "-O1",
  "-Wall",
  "-Wextra",
  "-Wpedantic",
  "-Werror",
  "-DUNICODE",
  "-DWIN32_LEAN_AND_MEAN",
  "-D_WIN32_WINNT=0x0A00",
];
const PARALLEL = 2;

/** What each product is linked from: folders below `src`, or single files. */
const PARTS = {
  common: ["base"],
  programs: ["programs/program.cc"],
  main: ["programs/main.cc"],
  control: ["json", "control"],
  core: ["live", "calls", "world", "documents", "exports", "seed"],
  compute: ["layers"],
};
const PROGRAM_NAMES = ["ping", "cmd", "powershell", "console", "fixture", "CExecSvc", "vmwp"].map(
  (name) => `${name}.exe`,
);

/** The folders of what was built; each goes to one place in a prefix. */
export const BUILT = {
  /** Both DLLs, as on a current Windows. */
  current: path.join(STANDIN, "current"),
  /** The surface of 1809. */
  1809: path.join(STANDIN, "1809"),
  /** What containers run. */
  programs: path.join(STANDIN, "programs"),
};

/**
 * Builds the stand-in DLLs and the programs of its containers, as far as their sources have changed. Rejects with a
 * `Stop` that has the compiler's words.
 */
export const buildStandin = () => withLock(path.join(STANDIN, "lock"), buildIfChanged);

async function buildIfChanged() {
  const stamp = path.join(STANDIN, "stamp");
  const digest = digestOf(ROOT, [FOLDER, "scripts/windows/build-standin.mjs"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  const compiler = COMPILERS.map((name) => findProgram(name)).find((file) => file !== null);
  if (!compiler)
    throw new Stop("no compiler for Windows was found; apt-get install g++-mingw-w64-x86-64-posix");
  say("building the stand-in HCS");
  for (const folder of [OBJECTS, ...Object.values(BUILT)]) mkdirSync(folder, { recursive: true });
  const objects = await compileAll(compiler);
  await linkAll(compiler, objects);
  writeFileSync(stamp, digest);
}

/** @typedef {Record<keyof typeof PARTS, readonly string[]>} Objects by part */

/** @param {string} compiler @returns {Promise<Objects>} */
async function compileAll(compiler) {
  const parts = Object.entries(PARTS).map(([part, places]) => [part, places.flatMap(sourcesAt)]);
  const queue = parts.flatMap(([, sources]) => /** @type {string[]} */ (sources));
  const worker = async () => {
    for (let source = queue.shift(); source; source = queue.shift()) await compileOne(compiler, source);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return Object.fromEntries(
    parts.map(([part, sources]) => [part, /** @type {string[]} */ (sources).map(objectOf)]),
  );
}

/** @param {string} place @returns {string[]} relative to `src` */
function sourcesAt(place) {
  if (place.endsWith(".cc")) return [place];
  const names = readdirSync(path.join(SOURCES, place)).filter((name) => name.endsWith(".cc"));
  return names.sort().map((name) => `${place}/${name}`);
}

/** @param {string} source */
const objectOf = (source) => path.join(OBJECTS, `${source.replaceAll("/", "-")}.o`);

/** An object is kept as long as its source, the headers and the flags are the same. @param {string} compiler @param {string} source */
async function compileOne(compiler, source) {
  const object = objectOf(source);
  const headers = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".h"),
  );
  const inputs = [source, ...headers.sort()].map((file) => path.join(FOLDER, "src", file));
  const digest = digestOf(ROOT, inputs, FLAGS);
  const stamp = `${object}.stamp`;
  if (existsSync(object) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  await tool(compiler, [...FLAGS, "-I", SOURCES, "-c", path.join(SOURCES, source), "-o", object]);
  writeFileSync(stamp, digest);
}

/** @param {string} compiler @param {Objects} objects */
async function linkAll(compiler, { common, control, programs, main, core, compute }) {
  // Nothing beside it: the DLLs stand alone in the prefix.
  const link = (/** @type {string[]} */ ...args) => tool(compiler, ["-static", "-s", ...args]);
  const definition = (/** @type {string} */ name) => path.join(ROOT, FOLDER, name);
  const dll = [...common, ...control, ...programs, ...core];
  await link(
    "-shared",
    ...dll,
    definition("computecore.def"),
    "-o",
    path.join(BUILT.current, "computecore.dll"),
  );
  await link(
    "-shared",
    ...dll,
    definition("computecore-1809.def"),
    "-o",
    path.join(BUILT[1809], "computecore.dll"),
  );
  const layers = path.join(BUILT.current, "vmcompute.dll");
  await link("-shared", ...common, ...control, ...compute, definition("vmcompute.def"), "-o", layers);
  copyFileSync(layers, path.join(BUILT[1809], "vmcompute.dll"));
  const program = path.join(OBJECTS, "program.exe");
  await link(...common, ...programs, ...main, "-o", program);
  // Windows calls the memory process so, without an extension.
  for (const name of [...PROGRAM_NAMES, "vmmem"]) {
    const copy = path.join(BUILT.programs, name);
    rmSync(copy, { force: true });
    copyFileSync(program, copy);
  }
}

/** @param {string} program @param {readonly string[]} args @returns {Promise<void>} */
function tool(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const gather = (/** @type {Buffer} */ chunk) => {
      said += chunk;
    };
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Stop(`${program} failed\n${said}`))));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildStandin();
