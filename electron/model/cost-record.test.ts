import { describe, expect, it } from "vitest";
import type { CostRecord } from "../contract/cost.ts";
import { compareMethod } from "./comparison/method.ts";
import { costChange, unlike } from "./cost-record.ts";

const lane = (engine: string, ms: readonly number[], bytes: readonly number[]) => ({
  engine,
  firstProcessMs: [...ms],
  privateBytes: [...bytes],
  proportionalBytes: [],
});

const RECORD: CostRecord = {
  ...{ id: "a", at: 1, runs: 5, command: ["ping"], image: { ref: "demo:1", id: "sha256:1" } },
  host: { name: "h", platform: "linux", kernel: "6.1", cpus: 2 },
  method: compareMethod("smaps", false),
  lanes: { process: lane("docker", [900, 930, 960], [7, 8, 9]), hyperv: lane("microvm", [4000], []) },
};

describe("unlike", () => {
  it("finds nothing between records that differ in figures, runs and time only", () => {
    const later = { ...RECORD, id: "b", at: 2, runs: 10, lanes: { ...RECORD.lanes } };
    expect(unlike(RECORD, later)).toEqual([]);
  });

  it.each<[string, Partial<CostRecord>]>([
    ["host", { host: { ...RECORD.host, cpus: 4 } }],
    ["kernel", { host: { ...RECORD.host, kernel: "6.2" } }],
    ["image", { image: { ref: "demo:1", id: "sha256:2" } }],
    ["command", { command: ["ping", "-c1"] }],
    ["engines", { lanes: { ...RECORD.lanes, hyperv: lane("docker", [1], [1]) } }],
    ["method", { method: compareMethod("smaps", true) }],
  ])("tells another %s", (what, change) => {
    const other = { ...RECORD, ...change };
    expect(unlike(RECORD, other)).toEqual([what]);
    expect(unlike(other, RECORD)).toEqual([what]);
    expect(costChange(RECORD, other, "process")).toBeNull();
  });

  it("takes an image by its id where both are known, else by its reference", () => {
    expect(unlike(RECORD, { ...RECORD, image: { ref: "other:1", id: "sha256:1" } })).toEqual([]);
    expect(unlike(RECORD, { ...RECORD, image: { ref: "demo:1", id: null } })).toEqual([]);
  });
});

describe("costChange", () => {
  it("is the difference of the medians; what one of them lacks is unknown", () => {
    const lanes = { process: lane("docker", [1000], [10]), hyperv: lane("microvm", [4100, 4200], [5]) };
    const later = { ...RECORD, lanes };
    expect(costChange(RECORD, later, "process")).toEqual({ ms: 70, bytes: 2 });
    expect(costChange(RECORD, later, "hyperv")).toEqual({ ms: 150, bytes: null });
  });
});
