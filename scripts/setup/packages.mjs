// @ts-check
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { run } from "./run.mjs";
import { Stop, say } from "./say.mjs";
import { readOr } from "./stale.mjs";

const OLDEST_NODE = /** @type {const} */ ([20, 19]);

/** Whether this version of Node is new enough. @param {string} version */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * Installs the npm packages when the lock file has changed since they were installed.
 * @param {string} root
 */
export async function ensurePackages(root) {
  if (!isNodeSupported(process.versions.node)) {
    throw new Stop(`Node ${process.versions.node} is too old: ${OLDEST_NODE.join(".")} or later is needed`);
  }
  const lock = readOr(path.join(root, "package-lock.json"), "");
  const stamp = path.join(root, "node_modules", ".isoscope-lock");
  const digest = createHash("sha256").update(lock).digest("hex");
  if (readOr(stamp, "") === digest) return;
  const installed = readOr(path.join(root, "node_modules", ".package-lock.json"), "");
  if (!sameTree(lock, installed)) {
    say("installing npm packages, because package-lock.json has changed or they are missing");
    await install(root);
  }
  writeFileSync(stamp, digest);
}

/** @param {string} root */
async function install(root) {
  const { program, args } = npmCommand(process.env);
  // Not `npm ci`: it refuses a lock file that lacks binaries for other systems, as one does that was made where only
  // this system's could be had. `--no-save` keeps to the lock's versions and leaves the file alone. No package's own
  // script is run: nothing here needs one, and Electron's binary is fetched only when it is wanted.
  const flags = [
    "--no-save",
    "--ignore-scripts",
    "--include=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const code = await run(program, [...args, "install", ...flags], {
    cwd: root,
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: "1" },
  });
  if (code !== 0) throw new Stop(`npm install failed with exit code ${code}; what it said stands above`);
}

/**
 * npm as it was used to start us, else the one on PATH. On Windows npm is a script that only Node can start without a
 * shell.
 * @param {NodeJS.ProcessEnv} env
 */
export function npmCommand(env) {
  const script = env.npm_execpath;
  return script?.endsWith(".js")
    ? { program: process.execPath, args: [script] }
    : { program: "npm", args: [] };
}

/**
 * Whether what npm says it installed is what the lock file asks for: somebody may have run npm by hand.
 * @param {string} lockText package-lock.json
 * @param {string} installedText node_modules/.package-lock.json
 */
export function sameTree(lockText, installedText) {
  const wanted = packagesOf(lockText);
  const installed = packagesOf(installedText);
  if (!wanted || !installed) return false;
  const stray = Object.entries(installed).some(([name, { version, optional }]) =>
    wanted[name] === undefined ? !optional : wanted[name].version !== version,
  );
  const missing = Object.entries(wanted).some(
    ([name, { optional }]) => name !== "" && !optional && installed[name] === undefined,
  );
  return !stray && !missing;
}

/** @param {string} text @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function packagesOf(text) {
  try {
    return JSON.parse(text).packages ?? null;
  } catch {
    return null;
  }
}
