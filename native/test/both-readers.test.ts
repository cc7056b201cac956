import { writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProcReader } from "../../electron/processes/linux/proc-reader.ts";
import { NativeProcessReader } from "../../electron/processes/native-reader.ts";
import type { ProcessDelta, ProcessReader, RawProcess } from "../../electron/processes/process-reader.ts";
import { CGROUP_FORMS, ID } from "./cgroup-forms.ts";
import { FakeProc, type FakeProcess } from "./fake-proc.ts";
import { startFixture } from "./fixture-process.ts";
import { builtAddon } from "./provided.ts";

const readersOf = (procRoot: string): readonly ProcessReader[] => [
  new NativeProcessReader(builtAddon(), { procRoot }),
  new ProcReader(procRoot),
];

/** Without the time of reading, in order of PID. */
const comparable = ({ removed, changed }: ProcessDelta) => ({
  removed: [...removed].sort((a, b) => a.pid - b.pid),
  changed: [...changed].sort((a, b) => a.pid - b.pid),
});

/** Reads the same folder with both, checks that they agree, and gives what they said. */
async function agreed(readers: readonly ProcessReader[]): Promise<ReturnType<typeof comparable>> {
  const [native, plain] = await Promise.all(
    readers.map(async (reader) => comparable(await reader.snapshot())),
  );
  if (!native || !plain) throw new Error("two readers are needed");
  expect(plain).toEqual(native);
  return native;
}

async function rowOf(process: FakeProcess): Promise<RawProcess | undefined> {
  using proc = new FakeProc([process]);
  const readers = readersOf(proc.root);
  const { changed } = await agreed(readers);
  for (const reader of readers) reader.close();
  return changed[0];
}

describe("both readers", () => {
  it.each(CGROUP_FORMS)("attribute alike: $name", async ({ text, id }) => {
    expect((await rowOf({ pid: 5, cgroup: text }))?.containerId).toBe(id);
  });

  it("read NSpid of container processes only", async () => {
    const status = "Name:\tx\nUid:\t7\t9\t7\t7\nNSpid:\t48213\t12\t1\n";
    const inside = await rowOf({ pid: 5, cgroup: `0::/docker/${ID}\n`, status });
    expect(inside).toMatchObject({ nsPids: [48213, 12, 1], owner: "9" });
    expect((await rowOf({ pid: 5, status }))?.nsPids).toBeNull();
  });

  it("read any name and any command line alike", async () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (name, cmdline) => {
        const row = await rowOf({ pid: 5, name, cmdline });
        expect(row?.name).toBe(Buffer.from(name).toString());
      }),
      { numRuns: 60 },
    );
  });

  it("show no command for none, and cut one that is too long", async () => {
    expect((await rowOf({ pid: 5, cmdline: "" }))?.command).toBeNull();
    expect((await rowOf({ pid: 5, cmdline: "\0\0" }))?.command).toBeNull();
    expect((await rowOf({ pid: 5, cmdline: "a\0\0b\0" }))?.command).toBe("a  b");
    const long = (await rowOf({ pid: 5, cmdline: "x".repeat(40_000) }))?.command;
    expect(long).toBe(`${"x".repeat(32 * 1024)}…`);
    expect((await rowOf({ pid: 5, cmdline: "x".repeat(32 * 1024) }))?.command).toBe("x".repeat(32 * 1024));
  });

  it("tell the same changes: births, deaths, a reused PID, a new name, counters", async () => {
    using proc = new FakeProc([{ pid: 1 }, { pid: 2 }, { pid: 3 }, { pid: 4 }, { pid: 5 }]);
    const readers = readersOf(proc.root);
    expect((await agreed(readers)).changed).toHaveLength(5);
    expect(await agreed(readers)).toEqual({ removed: [], changed: [] });
    proc.remove(1);
    proc.put({ pid: 2, start: "9000" });
    proc.put({ pid: 3, name: "other", cmdline: "other\0" });
    proc.put({ pid: 4, cpuTicks: 50 });
    proc.put({ pid: 6 });
    const { removed, changed } = await agreed(readers);
    expect(removed.map(({ pid, start }) => [pid, start])).toEqual([
      [1, "4000"],
      [2, "4000"],
    ]);
    expect(changed.map(({ pid, start, command, cpuMs }) => [pid, start, command, cpuMs])).toEqual([
      [2, "9000", "/bin/sleep inf", 0],
      [3, "4000", "other", 0],
      [4, "4000", "/bin/sleep inf", 500],
      [6, "4000", "/bin/sleep inf", 0],
    ]);
  });

  it("notice a move to a container of a process that is young, at once", async () => {
    const young = { pid: 1, start: "9223372036854775807" };
    using proc = new FakeProc([young]);
    const readers = readersOf(proc.root);
    await agreed(readers);
    proc.put({ ...young, cgroup: `0::/docker/${ID}\n` });
    expect((await agreed(readers)).changed).toMatchObject([{ pid: 1, containerId: ID }]);
  });

  it("notice an exec that keeps PID, start and name by where the arguments lie", async () => {
    using proc = new FakeProc([{ pid: 1, argStart: 1000 }]);
    const readers = readersOf(proc.root);
    await agreed(readers);
    proc.put({ pid: 1, argStart: 2000, cmdline: "/bin/sleep\u00001\u0000" });
    expect((await agreed(readers)).changed).toMatchObject([{ pid: 1, command: "/bin/sleep 1" }]);
  });

  it("notice a move of any process within 64 readings", async () => {
    using proc = new FakeProc([{ pid: 1 }]);
    const readers = readersOf(proc.root);
    await agreed(readers);
    proc.put({ pid: 1, cgroup: `0::/docker/${ID}\n` });
    const told: number[] = [];
    for (let reading = 0; reading < 64; reading += 1) told.push((await agreed(readers)).changed.length);
    expect(told.filter((count) => count > 0)).toEqual([1]);
  });

  it("keep a process whose stat makes no sense, and say so", async () => {
    using proc = new FakeProc([{ pid: 1 }]);
    writeFileSync(`${proc.root}/1/stat`, "1 (cut off");
    const { changed } = await agreed(readersOf(proc.root));
    expect(changed).toMatchObject([
      { pid: 1, start: "0", cpuMs: null, unreadable: expect.stringContaining("errno") },
    ]);
  });

  it("let go of files of processes that ended", async () => {
    using proc = new FakeProc([{ pid: 1 }, { pid: 2 }]);
    const native = new (builtAddon().ProcessReader)({ procRoot: proc.root });
    await native.snapshot();
    expect(native.heldFiles).toBe(2);
    proc.remove(2);
    // A plain file can still be read when it is removed; the process is gone from the list.
    expect([...(await native.snapshot()).removed]).toEqual([2]);
    expect(native.heldFiles).toBe(1);
    native.close();
  });

  it("give the same rows for real processes that stand still", async () => {
    await using crowd = await startFixture("crowd", ["250"]);
    const crowdBy = async (reader: ProcessReader) => {
      const { changed } = comparable(await reader.snapshot());
      reader.close();
      return changed.filter(({ pid, ppid }) => pid === crowd.pid || ppid === crowd.pid);
    };
    const native = () => crowdBy(new NativeProcessReader(builtAddon(), { procRoot: "/proc" }));
    let plain: readonly RawProcess[] = [];
    let before = await native();
    // On a busy machine the last of them still settle: only a reading between two equal ones can be compared.
    for (let after: readonly RawProcess[] = []; !isDeepStrictEqual(before, after); ) {
      if (after.length > 0) before = [...after];
      plain = await crowdBy(new ProcReader("/proc"));
      after = await native();
    }
    expect(before).toHaveLength(251);
    expect(plain).toEqual(before);
  });
});
