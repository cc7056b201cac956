import { beforeEach, describe, expect, it } from "vitest";
import type { LiveChange, LiveSink } from "../contract/live-source.ts";
import type { HostProcess } from "../contract/process.ts";
import { ManualClock, settled } from "../engine/manual-clock.ts";
import { FakeBirths, FakeReader, fakeProvider } from "./fixtures/fake-provider.ts";
import { rawProcess } from "./fixtures/raw-process.ts";
import { LiveProcessTable } from "./live-process-table.ts";

/** Follows the table as a client would, and notes what it was told. */
class Watcher implements LiveSink<HostProcess> {
  readonly rows = new Map<string, HostProcess>();
  readonly told: string[] = [];
  #rev = -1;

  snapshot(snapshot: { rev: number; entries: readonly (readonly [string, HostProcess])[] }): void {
    this.told.push(`snapshot of ${snapshot.entries.length}`);
    this.rows.clear();
    for (const [key, row] of snapshot.entries) this.rows.set(key, row);
    this.#rev = snapshot.rev;
  }

  change(change: LiveChange<HostProcess>): void {
    expect(change.from).toBe(this.#rev);
    this.#rev = change.rev;
    this.told.push(`${change.upsert.length} changed, ${change.remove.length} removed`);
    for (const key of change.remove) this.rows.delete(key);
    for (const [key, row] of change.upsert) this.rows.set(key, row);
  }

  fail(error: unknown): void {
    throw error;
  }
}

const ping = rawProcess({ pid: 10, name: "ping" });
const shell = rawProcess({ pid: 20, name: "sh" });

describe("LiveProcessTable", () => {
  let clock = new ManualClock();
  let reader = new FakeReader();
  let births = new FakeBirths();
  let table = new LiveProcessTable(fakeProvider(reader, births), { clock, pollMs: 1000 });

  beforeEach(() => {
    clock = new ManualClock();
    reader = new FakeReader();
    births = new FakeBirths();
    table = new LiveProcessTable(fakeProvider(reader, births), { clock, pollMs: 1000 });
    reader.put(ping);
  });

  it("reads nothing and sets no timer while nobody watches", async () => {
    await clock.advance(5000);
    expect(reader.calls).toEqual([]);
    expect(clock.waiting).toBe(0);
    expect(births.listener).toBeNull();
  });

  it("answers a watcher at once with what it has, then with a fresh reading", async () => {
    const watcher = new Watcher();
    table.live.subscribe(watcher);
    expect(watcher.told).toEqual(["snapshot of 0"]);
    await settled();
    expect(watcher.told).toEqual(["snapshot of 0", "1 changed, 0 removed"]);
    expect([...watcher.rows.keys()]).toEqual(["10:5000"]);
  });

  it("reads as often as it is told to, from then on", async () => {
    table.live.subscribe(new Watcher());
    await settled();
    table.readEvery(5000);
    await settled();
    reader.calls.length = 0;
    await clock.advance(4999);
    expect(reader.calls).toEqual([]);
    await clock.advance(1);
    expect(reader.calls).toEqual(["snapshot"]);
    expect(table.everyMs).toBe(5000);
  });

  it("polls once a second while watched, and says nothing when nothing changed", async () => {
    const watcher = new Watcher();
    table.live.subscribe(watcher);
    await clock.advance(3000);
    expect(reader.calls).toEqual(["snapshot", "snapshot", "snapshot", "snapshot"]);
    // The second reading makes the CPU share known; after that nothing changes.
    expect(watcher.told).toHaveLength(3);
  });

  it("stops with the last watcher and starts again with the next", async () => {
    const stops = [table.live.subscribe(new Watcher()), table.live.subscribe(new Watcher())];
    await settled();
    stops[0]?.();
    await clock.advance(1000);
    expect(reader.calls).toEqual(["snapshot", "snapshot"]);
    stops[1]?.();
    await clock.advance(5000);
    expect(reader.calls).toEqual(["snapshot", "snapshot", "release"]);
    expect(births.listener).toBeNull();
    reader.processes.clear();
    const watcher = new Watcher();
    table.live.subscribe(watcher);
    await settled();
    expect(watcher.told).toEqual(["snapshot of 1", "0 changed, 1 removed"]);
  });

  it("reads what the kernel announces at once, and only that", async () => {
    const watcher = new Watcher();
    table.live.subscribe(watcher);
    await settled();
    reader.put(shell);
    births.tell(20);
    await settled();
    expect([...watcher.rows.keys()]).toEqual(["10:5000", "20:5000"]);
    reader.processes.delete(10);
    births.tell(10, 20);
    await settled();
    expect([...watcher.rows.keys()]).toEqual(["20:5000"]);
    expect(reader.calls).toEqual(["snapshot", "refresh 20", "refresh 10,20"]);
  });

  it("gathers announcements while a reading is under way, one reading at a time", async () => {
    let open = () => {};
    reader.gate = new Promise((resolve) => {
      open = resolve;
    });
    table.live.subscribe(new Watcher());
    await settled();
    births.tell(20);
    births.tell(30);
    births.tell(20);
    await settled();
    expect(reader.calls).toEqual(["snapshot"]);
    open();
    await settled();
    expect(reader.calls).toEqual(["snapshot", "refresh 20,30"]);
  });

  it("reads everything when announcements were lost", async () => {
    table.live.subscribe(new Watcher());
    await settled();
    births.listener?.({ pids: [], overflow: true });
    await settled();
    expect(reader.calls).toEqual(["snapshot", "snapshot"]);
  });

  it("shares a sample under way, and takes a new one after it", async () => {
    const [first, second] = await Promise.all([table.sample(), table.sample()]);
    expect(reader.calls).toEqual(["snapshot"]);
    expect(first.at).toBe(clock.now());
    expect(second.rows).toEqual(first.rows);
    await table.sample();
    expect(reader.calls).toEqual(["snapshot", "snapshot"]);
  });

  it("keeps the rows when a reading fails, says so, and recovers", async () => {
    const watcher = new Watcher();
    table.live.subscribe(watcher);
    await settled();
    reader.failure = new Error("openat stat: too many open files");
    await expect(table.sample()).rejects.toMatchObject({ error: { code: "unavailable" } });
    expect(table.facts.notes.join()).toContain("too many open files");
    await clock.advance(1000);
    expect(watcher.rows.size).toBe(1);
    reader.failure = null;
    reader.put(shell);
    await clock.advance(1000);
    expect(watcher.rows.size).toBe(2);
    expect(table.facts.notes).toEqual([]);
  });

  it("falls back to polling when the kernel stops telling, and says so", async () => {
    expect(table.facts.births).toBe("connector");
    births.refusal = new Error("bind netlink: not permitted");
    table.live.subscribe(new Watcher());
    expect(table.facts.births).toBe("polling");
    expect(table.facts.notes.join()).toContain("not permitted");
    await clock.advance(1000);
    expect(reader.calls).toEqual(["snapshot", "snapshot"]);
  });

  it("closes after the reading under way, then refuses", async () => {
    table.live.subscribe(new Watcher());
    await settled();
    await table[Symbol.asyncDispose]();
    expect(reader.calls.at(-1)).toBe("close");
    expect(clock.waiting).toBe(0);
    expect(births.listener).toBeNull();
    await expect(table.sample()).rejects.toMatchObject({ error: { code: "cancelled" } });
    await table[Symbol.asyncDispose]();
    expect(reader.calls.filter((call) => call === "close")).toHaveLength(1);
  });
});
