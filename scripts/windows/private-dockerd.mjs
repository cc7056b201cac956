// @ts-check
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findProgram } from "../setup/find-program.mjs";
import { readOr } from "../setup/stale.mjs";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const LOOK_MS = 100;

/**
 * @typedef {object} Dockerd
 * @property {number} port on 127.0.0.1, without any protection: for the time of a test
 * @property {() => Promise<void>} close stops it and removes what it wrote
 */

/** Why there can be none here; null when there can. */
export function whyNoDockerd() {
  if (process.getuid?.() !== 0) return "a private dockerd needs root";
  return findProgram("dockerd") === null ? "dockerd is not installed" : null;
}

/**
 * Starts a Docker daemon of our own that Windows programs under Wine can reach: over TCP, since they have no Unix
 * sockets. It touches no network settings.
 * @returns {Promise<Dockerd>}
 */
export async function startDockerd() {
  // Short: a socket's path has 107 bytes.
  const folder = mkdtempSync("/tmp/iso-w-");
  const port = await freePort();
  const log = openSync(path.join(folder, "log"), "w");
  const { program, args } = bound([findProgram("dockerd") ?? "dockerd", ...optionsIn(folder, port)]);
  const child = spawn(program, args, {
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  const ended = new Promise((resolve) => child.on("close", resolve));
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  child.on("error", () => {
    gone = true;
  });
  const close = async () => {
    await stop(child, ended);
    rmSync(folder, { recursive: true, force: true });
  };
  if (await answers(port, () => gone)) return { port, close };
  const said = readOr(path.join(folder, "log"), "").split("\n").slice(-10).join("\n");
  await close();
  throw new Error(`a private dockerd did not come up:\n${said}`);
}

/** Ended by the kernel when we end, however that comes about. @param {string[]} command */
function bound(command) {
  const setpriv = findProgram("setpriv");
  const [program = "", ...args] = setpriv === null ? command : [setpriv, "--pdeathsig", "TERM", ...command];
  return { program, args };
}

/** @param {string} folder @param {number} port */
const optionsIn = (folder, port) => [
  ...["--data-root", `${folder}/data`, "--exec-root", `${folder}/exec`, "--pidfile", `${folder}/pid`],
  ...["-H", `tcp://127.0.0.1:${port}`, "-H", `unix://${folder}/s.sock`],
  ...["--bridge=none", "--iptables=false", "--ip6tables=false", "--storage-driver=vfs", "--tls=false"],
];

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @param {number} port @param {() => boolean} isGone */
async function answers(port, isGone) {
  const until = performance.now() + START_LIMIT_MS;
  while (performance.now() < until && !isGone()) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/_ping`)).ok) return true;
    } catch {
      // Not yet.
    }
    await pause(LOOK_MS);
  }
  return false;
}

/** @param {import("node:child_process").ChildProcess} child @param {Promise<unknown>} ended */
async function stop(child, ended) {
  if (child.pid === undefined || child.exitCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
}
