import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = path.join(ROOT, "native", "guest");
const SHARE_SOURCES = path.join(ROOT, "native", "share");
const WARNINGS = ["-Wall", "-Wextra", "-Werror"];
const INSTALL = "apt-get install gcc libc6-dev";

/** What building the guest can fail with: `code` is `no-compiler`, `no-static-libc` or `compile-failed`. */
export class GuestBuildError extends Error {
  /** @param {string} code @param {string} message @param {string} [detail] */
  constructor(code, message, detail = "") {
    super(message);
    this.name = "GuestBuildError";
    this.code = code;
    this.detail = detail;
  }
}

/** @param {string} command @param {readonly string[]} args */
async function tool(command, args) {
  try {
    await run(command, args, { maxBuffer: 4 * 1024 * 1024 });
  } catch (error) {
    if (error.code === "ENOENT") {
      throw new GuestBuildError("no-compiler", `${command} is not installed. Fix: ${INSTALL}`);
    }
    const text = String(error.stderr ?? error.message);
    if (/cannot find -lc\b/.test(text)) {
      throw new GuestBuildError("no-static-libc", `The static C library is missing. Fix: ${INSTALL}`, text);
    }
    throw new GuestBuildError("compile-failed", `${command} could not build the micro-VM guest`, text);
  }
}

/**
 * Compiles all C files of a folder into one static program.
 * @param {string} folder @param {string} output
 */
async function compile(folder, output) {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".c")).sort();
  const sources = files.map((name) => path.join(folder, name));
  await tool("gcc", ["-std=gnu11", "-static", "-Os", "-s", ...WARNINGS, "-o", output, ...sources]);
}

/** @param {string} work */
async function assembleProbe(work) {
  const object = path.join(work, "kvm-probe.o");
  const output = path.join(work, "kvm-probe.bin");
  await tool("gcc", ["-c", "-m64", "-o", object, path.join(SOURCES, "kvm-probe.S")]);
  await tool("objcopy", ["-O", "binary", "-j", ".text", object, output]);
  return output;
}

/** @param {string} file */
const modified = (file) =>
  stat(file).then(
    (status) => status.mtimeMs,
    () => 0,
  );

/** @param {string} folder */
async function newestIn(folder) {
  const names = await readdir(folder);
  return Math.max(...(await Promise.all(names.map((name) => modified(path.join(folder, name))))));
}

/**
 * Whether all files exist and are no older than any source.
 * @param {{ outDir?: string }} [options]
 */
export async function isGuestBuilt({ outDir = path.join(ROOT, "native", "build") } = {}) {
  const built = await Promise.all(guestFiles(outDir).map(modified));
  const newest = Math.max(...(await Promise.all([SOURCES, SHARE_SOURCES].map(newestIn))));
  return built.every((time) => time >= newest);
}

/** @param {string} outDir */
const guestFiles = (outDir) =>
  ["guest-agent", "kvm-probe.bin", "folder-share"].map((name) => path.join(outDir, name));

/**
 * Builds the micro-VM's PID 1 (`guest-agent`), the KVM probe's firmware (`kvm-probe.bin`) and what shows a folder to a
 * file server (`folder-share`) into `outDir`. Files are replaced whole, so a running app keeps what it has open. Rejects
 * with {@link GuestBuildError}.
 * @param {{ outDir?: string, log?: (line: string) => void }} [options]
 * @returns {Promise<{ agent: string, kvmProbe: string, share: string }>}
 */
export async function buildGuest({ outDir = path.join(ROOT, "native", "build"), log = () => {} } = {}) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new GuestBuildError("no-compiler", "The micro-VM guest is built on Linux x86-64 only");
  }
  await mkdir(outDir, { recursive: true });
  const work = await mkdtemp(path.join(outDir, ".guest-"));
  try {
    const share = path.join(work, "folder-share");
    const agent = path.join(work, "guest-agent");
    const [kvmProbe] = await Promise.all([
      assembleProbe(work),
      compile(SOURCES, agent),
      compile(SHARE_SOURCES, share),
    ]);
    const [builtAgent = "", builtProbe = "", builtShare = ""] = guestFiles(outDir);
    await Promise.all([rename(agent, builtAgent), rename(kvmProbe, builtProbe), rename(share, builtShare)]);
    const names = guestFiles(outDir).map((file) => path.relative(ROOT, file));
    log(`micro-VM guest: ${names.join(", ")}`);
    return { agent: builtAgent, kvmProbe: builtProbe, share: builtShare };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** `--if-stale` builds only when a source is newer than what is there. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    const fresh = process.argv.includes("--if-stale") && (await isGuestBuilt());
    if (!fresh) await buildGuest({ log: (line) => console.log(line) });
  } catch (error) {
    console.error(error instanceof GuestBuildError ? `${error.message}\n${error.detail}` : error);
    process.exitCode = 1;
  }
}
