import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NativeHcs } from "../../hcs.ts";
import { FIXTURE_IDS } from "../standin/fixtures.ts";
import { addon, control, events, openHcs, run, startContainer } from "./hcs.ts";

/** Handles of this process, from the host's own process table. */
async function ownHandles(): Promise<number> {
  const reader = new (addon().ProcessReader)();
  const { counted } = await reader.refresh(Uint32Array.of(process.pid));
  reader.close();
  const handles = counted.windows?.handles[0];
  if (handles === undefined || Number.isNaN(handles)) throw new Error("the table tells no handles");
  return handles;
}

async function times(count: number, atOnce: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let begun = 0; begun < count; begun += atOnce) {
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - begun) }, (_, index) => work(begun + index)),
    );
  }
}

describe("HCS in volume", () => {
  let hcs: NativeHcs;
  beforeEach(() => {
    control({ delayMs: 0 });
    hcs = openHcs();
  });
  afterEach(() => {
    hcs.close();
    expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  });

  it("opens and closes 10,000 times with a flat handle count", async () => {
    control({ delayMs: 0, systems: ["foreign"] });
    const cycle = async () => {
      const system = await hcs.open(FIXTURE_IDS.foreign);
      system.watch(() => {});
      system.close();
    };
    await times(100, 10, cycle);
    const before = await ownHandles();
    await times(10_000, 10, cycle);
    // Wine counts in steps: a handle lost in each cycle would be 10,000 more.
    expect(await ownHandles()).toBeLessThan(before + 1_000);
  });

  it("runs 100 processes with pipes, some of them closed while they are read, with a flat handle count", async () => {
    const system = await startContainer(hcs, "many");
    const cycle = async (index: number) => {
      const one = await run(system, "fixture --out x");
      const reading = one.read("stdout").catch(() => null);
      if (index % 2 === 0) await reading;
      one.close();
      await reading;
    };
    await times(20, 10, cycle);
    const before = await ownHandles();
    await times(100, 10, cycle);
    // Wine tells the size of its table, which doubles: one that was almost full may rightly have done so once. Four
    // handles lost in each cycle would double it twice.
    expect(await ownHandles()).toBeLessThanOrEqual(before * 2);
  });

  it("has 1,000 operations in flight", async () => {
    control({ delayMs: 50 });
    const system = await startContainer(hcs, "busy");
    const calls = Array.from({ length: 1_000 }, (_, index) =>
      index % 2 === 0 ? system.properties(null) : hcs.enumerate(null),
    );
    expect(hcs.live.operations).toBe(1_000);
    const documents = await Promise.all(calls);
    expect(documents.filter((document) => document?.includes("busy")).length).toBe(1_000);
  });

  it("closes with 1,000 operations in flight", async () => {
    control({ delayMs: 50 });
    const calls = Array.from({ length: 1_000 }, () => hcs.enumerate(null));
    hcs.close();
    const settled = await Promise.allSettled(calls);
    expect(settled.filter(({ status }) => status === "rejected").length).toBe(1_000);
  });

  it("lists 500 systems", async () => {
    control({ systems: [{ kind: "many", count: 500 }] });
    const list: unknown = JSON.parse((await hcs.enumerate(null)) ?? "[]");
    expect(list).toHaveLength(500);
  });

  it("tells of the ends of 20 systems", async () => {
    const systems = await Promise.all(
      Array.from({ length: 20 }, (_, index) => startContainer(hcs, `c${index}`)),
    );
    const ends = systems.map((system) => events(system).first);
    await Promise.all(systems.map((system) => system.terminate()));
    for (const end of ends) expect((await end).type).toBe(1);
  });
});
