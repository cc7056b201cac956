import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = path.join(ROOT, "native", "guest");
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

/** @param {string} work */
async function compileAgent(work) {
  const files = (await readdir(SOURCES)).filter((name) => name.endsWith(".c")).sort();
  const output = path.join(work, "guest-agent");
  const sources = files.map((name) => path.join(SOURCES, name));
  await tool("gcc", ["-std=gnu11", "-static", "-Os", "-s", ...WARNINGS, "-o", output, ...sources]);
  return output;
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

/**
 * Whether both files exist and are no older than any source.
 * @param {{ outDir?: string }} [options]
 */
export async function isGuestBuilt({ outDir = path.join(ROOT, "native", "build") } = {}) {
  const built = await Promise.all(guestFiles(outDir).map(modified));
  const sources = (await readdir(SOURCES)).map((name) => modified(path.join(SOURCES, name)));
  const newest = Math.max(...(await Promise.all(sources)));
  return built.every((time) => time >= newest);
}

/** @param {string} outDir */
const guestFiles = (outDir) => [path.join(outDir, "guest-agent"), path.join(outDir, "kvm-probe.bin")];

/**
 * Builds the micro-VM's PID 1 (`guest-agent`) and the KVM probe's firmware (`kvm-probe.bin`) into `outDir`. Files are
 * replaced whole, so a running app keeps what it has open. Rejects with {@link GuestBuildError}.
 * @param {{ outDir?: string, log?: (line: string) => void }} [options]
 * @returns {Promise<{ agent: string, kvmProbe: string }>}
 */
export async function buildGuest({ outDir = path.join(ROOT, "native", "build"), log = () => {} } = {}) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new GuestBuildError("no-compiler", "The micro-VM guest is built on Linux x86-64 only");
  }
  await mkdir(outDir, { recursive: true });
  const work = await mkdtemp(path.join(outDir, ".guest-"));
  try {
    const built = await Promise.all([compileAgent(work), assembleProbe(work)]);
    const [agent = "", kvmProbe = ""] = guestFiles(outDir);
    await Promise.all([rename(built[0], agent), rename(built[1], kvmProbe)]);
    log(`micro-VM guest: ${path.relative(ROOT, agent)}, ${path.relative(ROOT, kvmProbe)}`);
    return { agent, kvmProbe };
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
