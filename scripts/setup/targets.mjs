// @ts-check
import path from "node:path";
import { buildNode } from "../build-node.mjs";
import { MEMORY, ROOT } from "./root.mjs";
import { say } from "./say.mjs";
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
    inputs: ["native/guest", "scripts/build-guest.mjs"],
    outputs: ["native/build/guest-agent", "native/build/kvm-probe.bin"],
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
    outputs: ["dist/electron/main.mjs", "dist/electron/serve.mjs", "dist/electron/preload.cjs"],
    build: () => buildNode(),
  },
  {
    name: "renderer",
    inputs: ["renderer", "electron/contract", "electron/model", "assets", "vite.config.ts", ...COMMON],
    outputs: ["dist/renderer/index.html"],
    build: async () => {
      const { build } = await import("vite");
      await build({
        root: path.join(ROOT, "renderer"),
        configFile: path.join(ROOT, "vite.config.ts"),
        logLevel: "warn",
      });
    },
  },
];

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
