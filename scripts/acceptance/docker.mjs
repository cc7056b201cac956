// @ts-check
import { parseJson } from "./powershell.mjs";
import { complaintOf } from "./runner.mjs";

/**
 * @typedef {import("./runner.mjs").Run} Run
 * @typedef {{ readonly os: string | null, readonly isolation: string | null, readonly trouble: string | null }} DockerFacts
 * @typedef {{ readonly name: string, readonly pid: number }} TopRow
 */

/** Milliseconds; Nano Server is about 120 MB. */
const PULL_LIMIT_MS = 900_000;
/** Milliseconds; a utility VM boots on a slow disk. */
const RUN_LIMIT_MS = 240_000;

/** @param {Run} run @returns {Promise<DockerFacts>} */
export async function readDocker(run) {
  const ran = await run("docker", ["info", "--format", "{{json .}}"]);
  const info = parseJson(ran.stdout);
  if (ran.code !== 0 || typeof info !== "object" || info === null) {
    return { os: null, isolation: null, trouble: complaintOf(ran) };
  }
  const text = (/** @type {string} */ key) => {
    const value = Reflect.get(info, key);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const os = text("OSType");
  // An older docker succeeds without a daemon, and tells of it inside.
  const complaints = Reflect.get(info, "ServerErrors");
  const trouble = os
    ? null
    : String(Array.isArray(complaints) ? complaints[0] : "it does not tell its system");
  return { os, isolation: text("Isolation"), trouble };
}

/** Pulls it where it is not there yet. @param {Run} run @param {string} image @returns {Promise<string | null>} what went wrong */
export async function ensureImage(run, image) {
  if ((await run("docker", ["image", "inspect", image])).code === 0) return null;
  const ran = await run("docker", ["pull", "--quiet", image], PULL_LIMIT_MS);
  return ran.code === 0 ? null : complaintOf(ran);
}

/**
 * The seed's command, detached.
 * @param {Run} run @param {string} image @param {"process" | "hyperv"} isolation @param {string} name
 * @returns {Promise<{ readonly id: string, readonly trouble: null } | { readonly id: null, readonly trouble: string }>}
 */
export async function launch(run, image, isolation, name) {
  const args = [
    "run",
    "--detach",
    `--isolation=${isolation}`,
    "--name",
    name,
    image,
    "ping",
    "localhost",
    "-t",
  ];
  const ran = await run("docker", args, RUN_LIMIT_MS);
  const id = /^[0-9a-f]{64}$/m.exec(ran.stdout)?.[0];
  return ran.code === 0 && id ? { id, trouble: null } : { id: null, trouble: complaintOf(ran) };
}

/** @param {Run} run @param {string} name @returns {Promise<string | null>} what went wrong */
export async function remove(run, name) {
  const ran = await run("docker", ["rm", "--force", name], RUN_LIMIT_MS);
  return ran.code === 0 ? null : complaintOf(ran);
}

/** @param {Run} run @param {string} id @returns {Promise<readonly TopRow[]>} */
export async function readTop(run, id) {
  return parseTop((await run("docker", ["top", id])).stdout);
}

/** The columns are Name, PID, CPU, Private Working Set; a name may hold spaces. @param {string} text @returns {readonly TopRow[]} */
export function parseTop(text) {
  return text
    .split(/\r?\n/)
    .map((line) => /^(.+?)\s+(\d+)\s+\d+:\d+:\d+/.exec(line))
    .flatMap((match) => (match?.[1] && match[2] ? [{ name: match[1], pid: Number(match[2]) }] : []));
}

/** Docker says `PING.EXE`, the host's table `PING`. @param {string} name */
export const isPing = (name) => /^ping(?:\.exe)?$/i.test(name);
