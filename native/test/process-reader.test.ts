import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NativeProcessReader } from "../../electron/processes/native-reader.ts";
import type { RawProcess } from "../../electron/processes/process-reader.ts";
import type { NativeReader } from "../index.ts";
import { startFixture } from "./fixture-process.ts";
import { builtAddon } from "./provided.ts";

const hex = (text: string | Uint8Array) => Buffer.from(text).toString("hex");

/** What `ps` says of every process: PID, parent and number of threads. */
function psRows(): readonly { readonly pid: number; readonly ppid: number; readonly threads: number }[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,nlwp="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid = 0, ppid = 0, threads = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, ppid, threads };
  });
}

/** Reads everything afresh, as one who has just come. */
async function allRows(): Promise<ReadonlyMap<number, RawProcess>> {
  const reader = new NativeProcessReader(builtAddon());
  try {
    const { changed } = await reader.snapshot();
    return new Map(changed.map((row) => [row.pid, row]));
  } finally {
    reader.close();
  }
}

describe("native process reader", () => {
  let reader = new NativeProcessReader(builtAddon());
  let native: NativeReader = new (builtAddon().ProcessReader)();
  beforeEach(() => {
    reader = new NativeProcessReader(builtAddon());
    native = new (builtAddon().ProcessReader)();
  });
  afterEach(() => {
    reader.close();
    native.close();
  });

  it("has every process that ps has", async () => {
    const ps = psRows();
    const rows = await allRows();
    // Alive now, thus alive in between: neither may have missed it.
    const lasting = ps.filter(({ pid }) => existsSync(`/proc/${pid}`));
    expect(lasting.length).toBeGreaterThan(5);
    expect(lasting.map(({ pid }) => pid).filter((pid) => !rows.has(pid))).toEqual([]);
    const self = ps.find(({ pid }) => pid === process.pid);
    expect(rows.get(process.pid)).toMatchObject({ ppid: self?.ppid, unreadable: null });
  });

  it("reads 2,000 processes, with their parent and command line", async () => {
    await using crowd = await startFixture("crowd", ["2000"]);
    const rows = await allRows();
    const children = [...rows.values()].filter((row) => row.ppid === crowd.pid);
    expect(children).toHaveLength(2000);
    expect(new Set(children.map(({ command }) => command))).toEqual(new Set([rows.get(crowd.pid)?.command]));
    expect(children[0]).toMatchObject({ name: "crowd", threads: 1, containerId: null });
  });

  it("holds no more files than it was allowed, and none after release or close", async () => {
    await using crowd = await startFixture("crowd", ["100"]);
    const limited = new (builtAddon().ProcessReader)({ maxHeldFiles: 50 });
    const { described } = await limited.snapshot();
    expect([...described.pid]).toContain(crowd.pid);
    expect(limited.heldFiles).toBe(50);
    limited.release();
    expect(limited.heldFiles).toBe(0);
    await limited.snapshot();
    expect(limited.heldFiles).toBe(50);
    limited.close();
    expect(limited.heldFiles).toBe(0);
    expect(() => limited.snapshot()).toThrow(/closed/);
  });

  it("tells only what changed", async () => {
    await using sleeper = await startFixture("named", [hex("sleeper")]);
    const first = await native.snapshot();
    expect(first.whole).toBe(true);
    expect([...first.counted.pid]).toContain(sleeper.pid);
    const second = await native.snapshot();
    expect(second.whole).toBe(false);
    expect([...second.described.pid, ...second.counted.pid]).not.toContain(sleeper.pid);
    expect(second.described.pid.length).toBeLessThan(first.described.pid.length / 2);
  });

  it.each([
    ["a parenthesis", "a) b", "a) b"],
    ["what looks like the rest of a line", "x) S 1 2 (y", "x) S 1 2 (y"],
    ["a newline", "two\nlines", "two\nlines"],
    ["bytes that are not UTF-8", new Uint8Array([0x66, 0xff, 0xfe, 0x67]), "f\ufffd\ufffdg"],
    ["text outside the basic plane", "🐳 whale", "🐳 whale"],
    ["nothing at all", "", ""],
  ])("reads a name with %s", async (_, bytes, name) => {
    await using odd = await startFixture("named", [hex(bytes)]);
    const row = (await allRows()).get(odd.pid);
    expect(row).toMatchObject({ name, ppid: process.pid, threads: 1, unreadable: null });
    expect(row?.command).toMatch(/named( [0-9a-f]+)?$/);
  });

  it("shows the new command line after an exec that keeps PID, start and name", async () => {
    await using program = await startFixture("named", [hex("same"), hex("same")]);
    await reader.snapshot();
    const before = await reader.refresh([program.pid]);
    const old = (await allRows()).get(program.pid);
    expect(old?.command).toMatch(/ 73616d65 73616d65$/);
    expect(before.changed).toEqual([]);
    const ready = once(program.child.stdout ?? process.stdin, "data");
    program.child.kill("SIGUSR1");
    await ready;
    const { changed, removed } = await reader.snapshot();
    expect(removed).not.toContainEqual(expect.objectContaining({ pid: program.pid }));
    const row = changed.find(({ pid }) => pid === program.pid);
    expect(row).toMatchObject({ start: old?.start, name: "same" });
    expect(row?.command).toMatch(/ 73616d65$/);
    expect(row?.command).not.toMatch(/ 73616d65 73616d65$/);
  });

  it("refreshes single processes, and tells which are gone", async () => {
    await reader.snapshot();
    const born = await startFixture("named", [hex("born")]);
    const { changed } = await reader.refresh([born.pid]);
    expect(changed.map(({ pid, name }) => [pid, name])).toEqual([[born.pid, "born"]]);
    await born[Symbol.asyncDispose]();
    const after = await reader.refresh([born.pid, 2 ** 22 + 1]);
    expect(after).toMatchObject({ changed: [], removed: [{ pid: born.pid, start: changed[0]?.start }] });
  });

  it("fails with the call and the number where procfs is not", () => {
    const open = () => new (builtAddon().ProcessReader)({ procRoot: "/none" });
    expect(open).toThrow(expect.objectContaining({ op: "open /none", errno: 2 }));
  });

  it("refuses what is not a list of PIDs", () => {
    expect(() => Reflect.apply(native.refresh, native, [[1]])).toThrow(TypeError);
  });
});
