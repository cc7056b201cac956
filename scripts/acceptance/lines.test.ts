import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../setup/root.mjs";
import type { Facts } from "./facts.mjs";
import { LINES } from "./lines.mjs";
import { facts, row, scene, VM, vmScene } from "./seed-facts.ts";

const judge = (id: string, changed: Partial<Facts> = {}) => {
  const line = LINES.find((each) => each.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line.judge(facts(changed));
};

const failed = (code: number | null, message = "HcsX failed") => ({
  document: null,
  failed: { message, code },
});
const { addon, hcs, table, host } = facts();
if (!addon.version || !hcs || !table || !host) throw new Error("the fixture has them");

describe("the lines of the acceptance", () => {
  it.each(LINES.map(({ id }) => id))("%s passes for the seed", (id) => {
    expect(judge(id)).toMatchObject({ status: "pass" });
  });

  it("are all explained in the document, and no other", () => {
    const text = readFileSync(path.join(ROOT, "docs", "windows-acceptance.md"), "utf8");
    const explained = Array.from(text.matchAll(/^\| `([a-z-]+)` \|/gm), ([, id]) => id);
    expect(explained).toEqual(LINES.map(({ id }) => id));
  });

  const withHcs = (changed: Partial<typeof hcs>) => ({ hcs: { ...hcs, ...changed } });
  const withTable = (changed: Partial<typeof table>) => ({ table: { ...table, ...changed } });
  const play = (isolation: "process" | "hyperv", changed: Parameters<typeof scene>[0]) => ({
    scenes: { ...facts().scenes, [isolation]: (isolation === "process" ? scene : vmScene)(changed) },
  });
  const mute = row({ pid: 77, name: "lsass", owner: null });

  it.each<readonly [id: string, status: "fail" | "skip", words: string, changed: Partial<Facts>]>([
    ["addon-loads", "fail", "not found", { addon: { ...addon, trouble: "not found" } }],
    ["windows-version", "fail", "20348.2700", { host: { ...host, revision: 1 } }],
    ["windows-version", "fail", "booted", { host: { ...host, bootedAt: 60_000 } }],
    ["windows-version", "skip", "PowerShell", { host: null }],
    ["hcs-loads", "skip", "not installed", withHcs({ load: { message: "computecore.dll", code: 126 } })],
    ["hcs-loads", "fail", "0x0000007F", withHcs({ load: { message: "HcsCreateProcess", code: 127 } })],
    ["hcs-loads", "skip", "addon", { hcs: null }],
    ["hcs-answers", "fail", "0x80370114", withHcs({ service: failed(0x80370114) })],
    ["hcs-lists", "fail", "0x8037011B", withHcs({ systems: failed(0x8037011b) })],
    [
      "hcs-lists",
      "skip",
      "elevated",
      { ...withHcs({ systems: failed(0x8037011b) }), host: { ...host, elevated: false } },
    ],
    ["hcs-lists", "fail", "not a list", withHcs({ systems: { document: "{}", failed: null } })],
    ["table-own", "fail", "no process 900", withTable({ before: [] })],
    [
      "table-own",
      "fail",
      "start, command line, account",
      withTable({ before: [row({ pid: 900, start: "0", command: null, owner: "S-1-5-21" })] }),
    ],
    ["table-columns", "skip", "Get-Process", withTable({ told: null })],
    ["table-accounts", "fail", "lsass", withTable({ before: [mute] })],
    ["table-accounts", "skip", "administrator", withTable({ before: [{ ...mute, unreadable: "refused" }] })],
    ["docker-windows", "skip", "pipe", { docker: { os: null, isolation: null, trouble: "no pipe" } }],
    ["docker-windows", "skip", "linux", { docker: { os: "linux", isolation: null, trouble: null } }],
    ["image", "skip", "none", { choice: "none" }],
    [
      "image",
      "fail",
      "no room",
      { choice: { image: "nano", process: null, hyperv: null, trouble: "no room" } },
    ],
    ["process-same", "skip", "not here", { scenes: { process: "not here", hyperv: "not here" } }],
    ["process-same", "fail", "mismatch", play("process", { trouble: "mismatch (0xc0370101)" })],
    ["process-same", "fail", "top lists no ping", play("process", { top: [] })],
    ["process-same", "fail", "no new ping", play("process", { born: [] })],
    ["process-same", "fail", "no new ping", play("process", { born: [row({ name: "node" })] })],
    ["process-same", "fail", "began", play("process", { born: [row({ start: "133000000020000000" })] })],
    [
      "process-same",
      "skip",
      "0x8037011B",
      play("process", { hcs: { ...scene().hcs, properties: failed(0x8037011b) } }),
    ],
    ["process-ends", "fail", "PING 3964", play("process", { left: [row()] })],
    ["process-ends", "fail", "in use", play("process", { removal: "in use" })],
    ["hyperv-hidden", "skip", "no hypervisor", play("hyperv", { trouble: "(0xc0351000)" })],
    ["hyperv-hidden", "fail", "PID 3964", play("hyperv", { born: [row()] })],
    ["hyperv-worker", "fail", "no vmwp", play("hyperv", { born: [] })],
    [
      "hyperv-worker",
      "fail",
      "refused",
      play("hyperv", { born: [row({ name: "vmwp", owner: null, unreadable: "refused" })] }),
    ],
    [
      "hyperv-worker",
      "fail",
      VM,
      play("hyperv", { born: [row({ name: "vmwp", owner: `NT VIRTUAL MACHINE\\${VM.replace("8", "9")}` })] }),
    ],
    ["hyperv-worker", "skip", "does not list", play("hyperv", { id: "b".repeat(64) })],
    ["hyperv-ends", "fail", "vmwp", play("hyperv", { left: [row({ name: "vmwp" })] })],
  ])("%s: %s (%s)", (id, status, words, changed) => {
    const verdict = judge(id, changed);
    expect(verdict).toMatchObject({ status });
    expect(verdict.reason).toContain(words);
  });
});
