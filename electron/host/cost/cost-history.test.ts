import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CompareRun, Comparison } from "../../contract/compare.ts";
import type { HostInfo } from "../../contract/contract.ts";
import type { CostRecord } from "../../contract/cost.ts";
import type { Isolation } from "../../contract/engine.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { compareMethod } from "../../model/comparison/method.ts";
import { CostHistory, KEPT_COSTS } from "./cost-history.ts";
import { parseHistory } from "./history-file.ts";
import { keepCosts } from "./keep-costs.ts";

let folder: string;
let notes: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "isoscope-costs-"));
  notes = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, "cost-history.json");
const open = () => new CostHistory({ path: path(), now: () => 0, note: (text) => void notes.push(text) });

const METHOD = compareMethod("smaps", false);
const lane = (engine: string) => ({ engine, firstProcessMs: [1], privateBytes: [2], proportionalBytes: [3] });

function comparison(id: string): Comparison {
  const spec: Comparison["spec"] = { image: "demo:1", command: ["ping"], runs: 1, keep: false };
  return {
    ...{ id, spec, state: "done", at: 9, startedAt: 1, endedAt: 9, runs: [], kept: [], left: [] },
    engines: { process: "docker", hyperv: "microvm" },
    method: METHOD,
  };
}

function kept(id: string, at = 9) {
  const record: CostRecord = {
    ...{ id, at, image: { ref: "demo:1", id: null }, command: ["ping"], runs: 1, method: METHOD },
    host: { name: "h", platform: "linux", kernel: "6.1", cpus: 2 },
    lanes: { process: lane("docker"), hyperv: lane("microvm") },
  };
  return { record, comparison: comparison(id) };
}

const idsOf = (history: CostHistory) => {
  let ids: string[] = [];
  const snapshot = ({ entries }: { readonly entries: readonly (readonly [string, CostRecord])[] }) => {
    ids = entries.map(([id]) => id);
  };
  history.live.subscribe({ snapshot, change: () => {}, fail: () => {} })();
  return ids;
};

describe("CostHistory", () => {
  it("keeps comparisons over starts, whole, and forgets one when asked", () => {
    const first = open();
    first.add(kept("a"));
    first.add(kept("b"));
    const second = open();
    expect(idsOf(second)).toEqual(["a", "b"]);
    expect(second.open("a")).toEqual(comparison("a"));
    second.remove("a");
    expect(idsOf(open())).toEqual(["b"]);
    expect(() => second.open("a")).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: "not-found" }) }),
    );
    expect(notes).toEqual([]);
  });

  it("keeps what another instance has added meanwhile", () => {
    const [one, other] = [open(), open()];
    one.add(kept("a"));
    other.add(kept("b"));
    expect(idsOf(open())).toEqual(["a", "b"]);
  });

  it("is bounded: the oldest go", () => {
    const history = open();
    for (let at = 0; at < KEPT_COSTS + 2; at++) history.add(kept(`c${at}`, at));
    expect(idsOf(history)).toHaveLength(KEPT_COSTS);
    expect(idsOf(history)[0]).toBe("c2");
  });

  it("sets a damaged file aside, byte for byte, says so, and begins anew", () => {
    writeFileSync(path(), "{ not json");
    const history = open();
    const [aside = ""] = readdirSync(folder).filter((name) => name.includes("damaged"));
    expect(readFileSync(join(folder, aside), "utf8")).toBe("{ not json");
    expect(notes).toEqual([expect.stringContaining(aside)]);
    history.add(kept("a"));
    expect(idsOf(open())).toEqual(["a"]);
  });

  it("leaves a newer version's file alone, and still shows what is measured now", () => {
    const newer = JSON.stringify({ schema: "isoscope-cost-history", version: 2, all: [] });
    writeFileSync(path(), newer);
    const history = open();
    history.add(kept("a"));
    expect(idsOf(history)).toEqual(["a"]);
    expect(readFileSync(path(), "utf8")).toBe(newer);
    expect(notes[0]).toContain("version 2");
  });

  it("says what it cannot read, and shows what is measured all the same", () => {
    writeFileSync(join(folder, "file"), "");
    const history = new CostHistory({
      path: join(folder, "file", "x.json"),
      now: () => 0,
      note: (text) => void notes.push(text),
    });
    history.add(kept("a"));
    expect(notes).toEqual(Array(2).fill(expect.stringContaining("could not be read")));
    expect(idsOf(history)).toEqual(["a"]);
  });

  it("reads any text without failing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(["read", "damaged", "newer"]).toContain(parseHistory(text).state);
      }),
    );
  });
});

const run = (isolation: Isolation): CompareRun => ({
  ...{ isolation, number: 1, name: "x", state: "done", startedAt: 1, phases: [], launchedMs: 5 },
  ...{ hostSight: null, facts: null, error: null },
  firstProcess: { ms: 4, resolutionMs: 1, source: "engine" },
});

it("keeps a comparison the moment it ends with figures, and none without", () => {
  const comparisons = new LiveStore<Comparison>();
  const history = open();
  const kernel = { release: "6.1", bootedAt: null, bootId: null };
  const info = () => ({ ...HOST, kernel });
  const stop = keepCosts({ comparisons, images: new LiveStore(), info, history });
  const measured = { ...comparison("a"), runs: [run("process"), run("hyperv")] };
  comparisons.update([["a", { ...measured, endedAt: null }]]);
  expect(idsOf(history)).toEqual([]);
  comparisons.update([["a", measured]]);
  comparisons.update([["b", { ...comparison("b"), runs: [run("process")] }]]);
  expect(idsOf(history)).toEqual(["a"]);
  stop();
});

const HOST: Omit<HostInfo, "kernel"> = {
  ...{ hostName: "h", platform: "linux", appVersion: "0", elevated: null, cpus: 2 },
  machine: {
    ...{ architecture: "amd64", windows: null, emulates: null },
    hypervisor: { usable: null, why: "" },
  },
  words: { process: "p", hyperv: "h" },
  ...{ births: "polling", processReader: "proc", demo: { image: "d", command: [] } },
};
