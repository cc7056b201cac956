import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Addon, loadAddon } from "../../../native/index.ts";
import type { HostProcess } from "../../contract/process.ts";
import { systemClock } from "../../engine/clock.ts";
import { NativeProcessReader } from "../native-reader.ts";
import { openProcessTable } from "../open-process-table.ts";
import { type ProcessTable, processKey } from "../process-table.ts";

const ADDON = process.env.ISOSCOPE_TEST_ADDON ?? "";
const SLEEP = "process.stdout.write('ready'); setInterval(() => {}, 1e6)";
const WORK = "process.stdout.write('ready'); for (;;);";

interface Child extends AsyncDisposable {
  readonly pid: number;
  end(): Promise<void>;
}

/** Windows' own Node with this script; resolves once it runs it. */
async function startChild(script: string, ...args: string[]): Promise<Child> {
  const child = spawn(process.execPath, ["-e", script, "--", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await once(child.stdout, "data");
  const end = async () => {
    child.kill();
    await exited;
  };
  return { pid: child.pid ?? 0, end, [Symbol.asyncDispose]: end };
}

async function rowOf(table: ProcessTable, pid: number): Promise<HostProcess | undefined> {
  const { rows } = await table.sample();
  return rows.find((row) => row.pid === pid);
}

/** Samples until a row of it is as asked; a row that never is lets the test's own time run out. */
async function sampleUntil(
  table: ProcessTable,
  pid: number,
  holds: (row: HostProcess | undefined) => boolean,
): Promise<HostProcess | undefined> {
  for (;;) {
    const row = await rowOf(table, pid);
    if (holds(row)) return row;
  }
}

describe("the process table on Windows", () => {
  let addon: Addon;
  let table: ProcessTable;
  beforeAll(() => {
    addon = loadAddon([ADDON]);
    table = openProcessTable({ addonPaths: [ADDON] }, { clock: systemClock });
  });
  afterAll(() => table[Symbol.asyncDispose]());

  it("has this process, with all that Windows tells of it", async () => {
    const row = await rowOf(table, process.pid);
    expect(row).toMatchObject({ name: "node", nsPids: null, containerId: null, unreadable: null });
    expect(row?.command).toContain("process-table.win");
    expect(row?.user).toMatch(/^[^\\]+\\[^\\]+$/);
    expect(row?.threads).toBeGreaterThan(1);
    expect(row?.rssBytes).toBeGreaterThan(1e6);
    expect(row?.startedAt).toBeGreaterThan(0);
    // Node reads its time of origin after the process was made.
    expect(row?.startedAt).toBeLessThanOrEqual(performance.timeOrigin);
    expect(row?.windows?.handles).toBeGreaterThan(0);
    expect(row?.windows?.pagedBytes).toBeGreaterThan(1e6);
    expect(row?.windows?.virtualBytes).toBeGreaterThan(row?.rssBytes ?? 0);
    expect(row?.windows?.sessionId).toBeTypeOf("number");
    // Null where this Windows has no such class, as under Wine.
    expect(row?.windows?.siloId ?? null).toSatisfy((silo) => silo === null || silo >= 0);
  });

  it("shows nothing, not zero, for what this Windows does not keep", async () => {
    // Wine answers 0 of nonpaged pool for every process; a Windows has some.
    const { rows } = await table.sample();
    const pools = rows.map((row) => row.windows?.nonPagedBytes);
    expect(pools.every((bytes) => bytes === null) || pools.some((bytes) => (bytes ?? 0) > 0)).toBe(true);
  });

  it("shows a child with its parent and its arguments, and that it goes", async () => {
    await using child = await startChild(SLEEP, 'größe \u{1F40D} "q"');
    const row = await rowOf(table, child.pid);
    expect(row).toMatchObject({ ppid: process.pid, name: "node" });
    expect(row?.command).toContain("größe \u{1F40D}");
    await child.end();
    await sampleUntil(table, child.pid, (found) => found?.start !== row?.start);
  });

  it("tells births and deaths to who watches, by polling", async () => {
    await using polled = openProcessTable({ addonPaths: [ADDON], pollMs: 20 }, { clock: systemClock });
    expect(polled.facts).toMatchObject({ reader: "native", births: "polling" });
    const rows = new Map<string, HostProcess>();
    let check = () => {};
    const apply = (upsert: readonly (readonly [string, HostProcess])[], remove: readonly string[]) => {
      for (const key of remove) rows.delete(key);
      for (const [key, row] of upsert) rows.set(key, row);
      check();
    };
    const stop = polled.live.subscribe({
      snapshot: ({ entries }) => apply(entries, []),
      change: ({ upsert, remove }) => apply(upsert, remove),
      fail: (error) => expect.unreachable(String(error)),
    });
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        check = () => {
          if (holds()) resolve();
        };
        check();
      });
    await using child = await startChild(SLEEP);
    await until(() => [...rows.values()].some(({ pid }) => pid === child.pid));
    const key = [...rows.keys()].find((each) => each.startsWith(`${child.pid}:`)) ?? "";
    await child.end();
    await until(() => !rows.has(key));
    stop();
  });

  it("tells two processes apart, and one from itself never", async () => {
    await using first = await startChild(SLEEP);
    const [a, again] = [await rowOf(table, first.pid), await rowOf(table, first.pid)];
    await first.end();
    await using second = await startChild(SLEEP);
    const b = await rowOf(table, second.pid);
    if (!a || !again || !b) throw new Error("a child is missing");
    expect(processKey(again)).toBe(processKey(a));
    expect(b.start).not.toBe(a.start);
    expect(BigInt(b.start)).toBeGreaterThan(BigInt(a.start));
  });

  it("counts the CPU time of a busy process", async () => {
    await using child = await startChild(WORK);
    const before = (await rowOf(table, child.pid))?.cpuMs ?? 0;
    await sampleUntil(table, child.pid, (row) => (row?.cpuMs ?? 0) >= before + 30);
  });

  it("keeps no handle, however often it reads", async () => {
    const reader = new NativeProcessReader(addon);
    const pids = (await reader.snapshot()).changed.map(({ pid }) => pid);
    const handles = async () => (await rowOf(table, process.pid))?.windows?.handles ?? Number.NaN;
    const counts: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      // Each opens every process, its token, and its memory where that must be read.
      for (let pass = 0; pass < 200; pass += 1) await reader.refresh(pids);
      counts.push(await handles());
    }
    reader.close();
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
  });

  it("says of a refreshed process that it is gone", async () => {
    const reader = new NativeProcessReader(addon);
    const child = await startChild(SLEEP);
    await reader.snapshot();
    expect((await reader.refresh([child.pid])).removed).toEqual([]);
    await child.end();
    let removed: readonly { readonly pid: number }[] = [];
    while (removed.length === 0) ({ removed } = await reader.refresh([child.pid]));
    expect(removed).toMatchObject([{ pid: child.pid }]);
    reader.close();
  });

  it("has no announcements of births, and says so", () => {
    expect(() => new addon.ProcessWatcher(25, () => {})).toThrow(
      expect.objectContaining({ op: "watch processes", ntstatus: 0xc00000bb }),
    );
  });

  it("names this Windows' kernel", () => {
    expect(table.kernel.release).toMatch(/^10\.0\.\d+/);
    expect(table.kernel.bootId).toBeNull();
  });
});
