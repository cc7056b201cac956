// @ts-check
import { compareTable } from "./compare-table.mjs";
import { textOf } from "./hcs-facts.mjs";
import { parseJson } from "./powershell.mjs";
import { hidden, launchTrouble, nothingLeft, sameProcess, workerByAccount } from "./scene-lines.mjs";
import { fail, pass, skip } from "./verdict.mjs";

/**
 * @typedef {import("./facts.mjs").Facts} Facts
 * @typedef {import("./verdict.mjs").Verdict} Verdict
 * @typedef {{ readonly id: string, readonly judge: (facts: Facts) => Verdict }} Line `docs/windows-acceptance.md` says
 *   what each proves
 */

const MODULE_MISSING = 126;
const ACCESS_DENIED = 0x8037011b;
/** Two clocks are asked for the boot. */
const BOOT_SLACK_MS = 10_000;

/** @type {readonly Line[]} */
export const LINES = [
  { id: "addon-loads", judge: ({ addon }) => (addon.trouble ? fail(addon.trouble) : pass(addon.path)) },
  { id: "windows-version", judge: version },
  { id: "hcs-loads", judge: hcsLoads },
  { id: "hcs-answers", judge: hcsAnswers },
  { id: "hcs-lists", judge: hcsLists },
  { id: "table-own", judge: ownRow },
  { id: "table-columns", judge: columns },
  { id: "table-accounts", judge: accounts },
  { id: "docker-windows", judge: docker },
  { id: "image", judge: image },
  { id: "process-same", judge: (facts) => inScene(facts.scenes.process, sameProcess) },
  { id: "process-ends", judge: (facts) => inScene(facts.scenes.process, nothingLeft) },
  { id: "hyperv-hidden", judge: (facts) => inScene(facts.scenes.hyperv, hidden) },
  { id: "hyperv-worker", judge: (facts) => inScene(facts.scenes.hyperv, workerByAccount) },
  { id: "hyperv-ends", judge: (facts) => inScene(facts.scenes.hyperv, nothingLeft) },
];

/** @param {Facts} facts @returns {Verdict} */
function version({ addon, host }) {
  if (!addon.version) return skip("the addon tells none");
  if (!host) return skip("PowerShell did not answer");
  const { build, revision, bootedAt } = addon.version;
  if (build !== host.build || revision !== host.revision) {
    return fail(`the addon says ${build}.${revision}, the registry ${host.build}.${host.revision}`);
  }
  if (bootedAt === null || Math.abs(bootedAt - host.bootedAt) > BOOT_SLACK_MS) {
    return fail(`the addon says it booted at ${bootedAt}, Windows ${host.bootedAt}`);
  }
  return pass(`${host.product}, build ${build}.${revision}`);
}

/** @param {Facts} facts @returns {Verdict} */
function hcsLoads({ hcs }) {
  if (!hcs) return skip("the addon did not load");
  if (hcs.load === null)
    return pass(hcs.missing.length === 0 ? "all calls" : `without ${hcs.missing.join(", ")}`);
  return hcs.load.code === MODULE_MISSING
    ? skip("Windows' container features are not installed (no computecore.dll)")
    : fail(textOf(hcs.load));
}

/** @param {Facts} facts @returns {Verdict} */
function hcsAnswers({ hcs }) {
  if (!hcs || hcs.load) return skip("HCS did not load");
  const { document, failed } = hcs.service;
  if (failed) return fail(textOf(failed));
  return document?.includes("SupportedSchemaVersions")
    ? pass(document)
    : fail(`not as expected: ${document}`);
}

/** @param {Facts} facts @returns {Verdict} */
function hcsLists({ hcs, host }) {
  if (!hcs || hcs.load) return skip("HCS did not load");
  const { document, failed } = hcs.systems;
  if (failed?.code === ACCESS_DENIED && host?.elevated === false) {
    return skip("refused without administrator rights, as it must be: run this elevated");
  }
  if (failed) return fail(textOf(failed));
  const list = parseJson(document ?? "");
  return Array.isArray(list) ? pass(`${list.length} compute systems`) : fail(`not a list: ${document}`);
}

/** @param {Facts} facts @returns {Verdict} */
function ownRow({ table, own }) {
  if (!table) return skip("the addon did not load");
  const row = table.before.find(({ pid }) => pid === own.pid);
  if (!row) return fail(`no process ${own.pid}`);
  const lacks = [
    ...(row.start === "0" ? ["start"] : []),
    ...(row.command?.includes(own.script) ? [] : ["command line"]),
    ...(row.owner?.includes("\\") ? [] : ["account"]),
  ];
  return lacks.length === 0 ? pass(`${row.name}, ${row.owner}`) : fail(`without ${lacks.join(", ")}`);
}

/** @param {Facts} facts @returns {Verdict} */
function columns({ table }) {
  if (!table) return skip("the addon did not load");
  if (!table.told) return skip("Get-Process did not answer");
  return compareTable(table.before, table.told, table.after);
}

/** @param {Facts} facts @returns {Verdict} */
function accounts({ table, host }) {
  if (!table) return skip("the addon did not load");
  const silent = table.before.filter(({ pid, owner }) => pid > 4 && owner === null);
  if (silent.length === 0) return pass(`of all ${table.before.length} processes`);
  const whose = silent
    .slice(0, 3)
    .map(({ name, unreadable }) => `${name}: ${unreadable ?? "no reason given"}`);
  const reason = `not told of ${silent.length} of ${table.before.length} processes (${whose.join("; ")})`;
  if (silent.some(({ unreadable }) => unreadable === null)) return fail(reason);
  return host?.elevated
    ? skip(`refused to an administrator: ${reason}`)
    : skip(`without administrator rights ${reason}`);
}

/** @param {Facts} facts @returns {Verdict} */
function docker({ docker: engine }) {
  if (engine.trouble) return skip(`docker does not answer: ${engine.trouble}`);
  if (engine.os !== "windows")
    return skip(`docker runs ${engine.os} containers: switch it to Windows containers`);
  return pass(`isolation by default: ${engine.isolation}`);
}

/** @param {Facts} facts @returns {Verdict} */
function image({ choice }) {
  if (typeof choice === "string") return skip(choice);
  return choice.trouble ? fail(`${choice.image}: ${choice.trouble}`) : pass(choice.image);
}

/**
 * @param {import("./scene.mjs").SceneFacts | string} scene text: why it was not played
 * @param {(scene: import("./scene.mjs").SceneFacts) => Verdict} judge
 */
function inScene(scene, judge) {
  return typeof scene === "string" ? skip(scene) : (launchTrouble(scene) ?? judge(scene));
}
