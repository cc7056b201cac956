// @ts-check
import path from "node:path";
import { packageCommand } from "./package-command.mjs";
import { MEMORY, ROOT } from "./root.mjs";
import { run } from "./run.mjs";
import { Stop, say } from "./say.mjs";
import { buildIfStale } from "./stale.mjs";

const COMMON = ["package.json", "package-lock.json"];
const NATIVE_OUT = path.join(ROOT, "native", "build");

/** @typedef {import("./stale.mjs").Target & { without?: string }} AppTarget `without`: what is lost if it fails; fatal if absent */

/** @type {readonly AppTarget[]} */
const TARGETS = [
  {
    name: "addon",
    inputs: ["native/src", "native/sources.json", "scripts/build-addon.mjs", ...COMMON],
    outputs: ["native/build/isoscope.node"],
    extra: [process.platform, process.arch],
    build: async () => {
      const { buildAddon } = await import("../build-addon.mjs");
      await buildAddon({ outDir: NATIVE_OUT, log: say });
    },
    without: "processes are read by a slower reader in TypeScript",
  },
  {
    name: "guest",
    inputs: ["native/guest", "native/share", "scripts/build-guest.mjs"],
    outputs: ["guest-agent", "kvm-probe.bin", "folder-share"].map((file) => `native/build/${file}`),
    extra: [process.platform, process.arch],
    build: async () => {
      const { buildGuest } = await import("../build-guest.mjs");
      await buildGuest({ outDir: NATIVE_OUT, log: say });
    },
    without: "there are no micro-VMs",
  },
  {
    name: "node",
    inputs: ["electron", "native/index.ts", "scripts/build-node.mjs", ...COMMON],
    outputs: ["main.mjs", "serve.mjs", "cli.mjs", "preload.cjs"].map((file) => `dist/electron/${file}`),
    build: () => node("scripts/build-node.mjs"),
  },
  {
    name: "renderer",
    inputs: ["renderer", "electron/contract", "electron/model", "assets", "vite.config.ts", ...COMMON],
    outputs: ["dist/renderer/index.html"],
    build: () => node(packageCommand("vite"), "build", "--config", "vite.config.ts", "--logLevel", "warn"),
  },
];

/**
 * Runs a build in a process of its own: Vite sets NODE_ENV, which is not to reach the tests and programs that we start.
 * @param {string} script @param {readonly string[]} args
 */
async function node(script, ...args) {
  const code = await run(process.execPath, [script, ...args], { cwd: ROOT });
  if (code !== 0) throw new Stop(`the build failed with exit code ${code}; what it said stands above`);
}

/**
 * Builds what is stale, and says so. What the app can do without may fail: the reason is said, and what is lost.
 * @param {readonly string[]} [names] all when left out
 */
export async function buildStale(names) {
  for (const target of TARGETS.filter(({ name }) => !names || names.includes(name))) await buildOne(target);
}

/** @param {AppTarget} target */
async function buildOne(target) {
  const build = () => {
    say(`building ${target.name}, because its sources have changed or it is missing`);
    return target.build();
  };
  try {
    await buildIfStale({ ...target, build }, { root: ROOT, memory: MEMORY });
  } catch (thrown) {
    if (target.without === undefined) throw thrown;
    say(
      `no ${target.name}, so ${target.without}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
    const detail = thrown instanceof Error && "detail" in thrown ? String(thrown.detail) : "";
    if (detail !== "") say(detail.trimEnd());
  }
}
