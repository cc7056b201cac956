// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { findProgram } from "./find-program.mjs";
import { installArguments, listOf, planInstall } from "./install-plan.mjs";
import { unmet } from "./needs.mjs";
import { run } from "./run.mjs";
import { say } from "./say.mjs";
import { readOr } from "./stale.mjs";

/** @type {import("./needs.mjs").Probe} */
const systemProbe = {
  program: (name) => findProgram(name),
  exists: existsSync,
  // A program that needs a loader names it.
  isStatic: (file) => !readFileSync(file).includes("/ld-linux"),
  env: process.env,
};

/**
 * Installs what is missing of the system packages: as root at once, else after asking, and never with `allowed` false.
 * What stays missing is said; the app starts without it and shows what it cannot do.
 * @param {readonly import("./needs.mjs").Need[]} needs
 * @param {{ allowed: boolean, memory: string }} options
 */
export async function ensureSystemPackages(needs, { allowed, memory }) {
  if (process.platform !== "linux") return;
  const missing = unmet(needs, systemProbe);
  const packages = missing.map((need) => need.package);
  const memo = path.join(memory, "declined");
  const root = process.getuid?.() === 0;
  const plan = planInstall({
    missing: packages,
    allowed,
    root,
    apt: findProgram("apt-get") !== null,
    sudo: findProgram("sudo") !== null,
    terminal: process.stdin.isTTY === true && process.stderr.isTTY === true,
    declined: readOr(memo, ""),
  });
  if (plan.kind === "nothing") return;
  for (const need of missing) say(`missing: ${need.package}, which ${need.why}`);
  if (plan.kind === "tell") {
    say(`not installed, because ${plan.because}: apt-get ${installArguments(packages).join(" ")}`);
    return;
  }
  if (plan.kind === "ask" && !(await agreed(packages))) {
    mkdirSync(memory, { recursive: true });
    writeFileSync(memo, listOf(packages));
    return;
  }
  await install(packages, { root, memory });
}

/** @param {readonly string[]} packages */
async function agreed(packages) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Install ${listOf(packages)} with sudo apt-get? [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** @param {readonly string[]} packages @param {{ root: boolean, memory: string }} options */
async function install(packages, { root, memory }) {
  const log = path.join(memory, "apt.log");
  mkdirSync(memory, { recursive: true });
  rmSync(log, { force: true });
  say(`installing ${listOf(packages)} with apt-get, which takes a minute or so; it writes to ${log}`);
  // Lists that could not all be refreshed may still do; the installation itself decides.
  await aptGet(["update"], { root, log });
  const code = await aptGet(installArguments(packages), { root, log });
  if (code === 0) return;
  say(`apt-get failed with exit code ${code}; the last it said:`);
  for (const line of readOr(log, "").trimEnd().split("\n").slice(-20)) say(line);
}

/** @param {readonly string[]} args @param {{ root: boolean, log: string }} options */
function aptGet(args, { root, log }) {
  const quiet = ["-qq", "-o", "Dpkg::Use-Pty=0", ...args];
  if (root) return run("apt-get", quiet, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, log });
  return run("sudo", ["DEBIAN_FRONTEND=noninteractive", "apt-get", ...quiet], { input: "inherit", log });
}
