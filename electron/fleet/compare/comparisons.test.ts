import { describe, expect, test } from "vitest";
import { Comparison } from "../../contract/compare.ts";
import { IsoscopeFailure, toIsoscopeError } from "../../contract/failure.ts";
import { hostProcess } from "../../contract/fixtures/rows.ts";
import { BOOT_MS, CompareBench, CREATE_MS, START_MS } from "../fixtures/compare-bench.ts";

const refused = (work: () => unknown) => {
  try {
    work();
  } catch (thrown) {
    return toIsoscopeError(thrown);
  }
  return expect.fail("it was not refused");
};

describe("a comparison", () => {
  test("runs both isolations in turn, one container at a time, and removes each", async () => {
    const bench = new CompareBench();
    const done = Comparison.parse(await bench.finish(bench.start({ runs: 5 })));
    expect(done.state).toBe("done");
    expect(done.runs.map(({ isolation, number }) => `${number}${isolation.charAt(0)}`).join(" ")).toBe(
      "0p 0h 1p 1h 2h 2p 3p 3h 4h 4p 5p 5h",
    );
    expect(done.runs.every(({ state, error }) => state === "done" && error === null)).toBe(true);
    expect(done.runs.map(({ name }) => name)).toContain("cmp-h-03");
    expect(bench.names()).toEqual([]);
    expect(bench.most).toBe(1);
    expect(bench.ensured).toEqual(["docker", "docker"]);
  });

  test("keeps the engine's own phases with their times", async () => {
    const bench = new CompareBench();
    const { runs } = await bench.finish(bench.start());
    expect(runs[2]?.phases).toEqual([
      { name: "Creating the container", fromMs: 0, toMs: CREATE_MS },
      { name: "Starting the command", fromMs: CREATE_MS, toMs: CREATE_MS + START_MS },
    ]);
    expect(runs[3]?.phases.map(({ name }) => name)).toEqual(["Booting the micro-VM", "Starting the command"]);
    expect(runs[3]?.launchedMs).toBe(BOOT_MS + START_MS);
  });

  test("takes the first process from its own start stamp, and says when the host showed what", async () => {
    const bench = new CompareBench();
    const { runs } = await bench.finish(bench.start());
    expect(runs[2]?.firstProcess).toEqual({ ms: 800, resolutionMs: 10, source: "host-stamp" });
    expect(runs[2]?.hostSight).toMatchObject({ ms: CREATE_MS, name: "ping", role: "command" });
    expect(runs[3]?.firstProcess).toEqual({
      ms: BOOT_MS + START_MS - 100,
      resolutionMs: 10,
      source: "guest-stamp",
    });
    expect(runs[3]?.hostSight).toMatchObject({ ms: 0, name: "qemu-system-x86_64", role: "worker" });
  });

  test("a runtime makes the process before it is the command: what counts is the name, where the host tells", async () => {
    const bench = new CompareBench();
    bench.processes.facts = { reader: "native", births: "connector", notes: [] };
    bench.docker.launching = async (spec, work) => {
      work.progress({ phase: "Starting the command" });
      const row = {
        pid: 77,
        start: "7",
        nsPids: [77, 1],
        containerId: "c".repeat(64),
        startedAt: bench.clock.now(),
      };
      bench.addRows(hostProcess({ ...row, name: "runc:[2:INIT]" }));
      await bench.pass(250, work);
      bench.addRows(hostProcess(row));
      await bench.pass(50, work);
      bench.publish(bench.docker, { id: row.containerId, name: spec.name ?? "", mainPid: row.pid });
      return row.containerId;
    };
    const { runs } = await bench.finish(bench.start());
    expect(runs[2]?.firstProcess).toEqual({ ms: 250, resolutionMs: 5, source: "host-table" });
    expect(runs[2]?.hostSight).toMatchObject({ ms: 250, name: "ping" });
  });

  test("a stamp of a clock that is not the host's gives way to the engine's word", async () => {
    const bench = new CompareBench();
    bench.microvm.launching = async (spec, work) => {
      const id = await bench.launchVm(spec, work);
      const rows = bench.microvm.inside.rows.map((row) => ({ ...row, startedAt: 5 }));
      bench.microvm.inside = { ...bench.microvm.inside, rows };
      return id;
    };
    const { runs } = await bench.finish(bench.start());
    expect(runs[3]?.firstProcess).toEqual({ ms: BOOT_MS + START_MS, resolutionMs: 1, source: "engine" });
  });

  test("shows what both sides showed: the same process here, the worker only there, and what each costs", async () => {
    const bench = new CompareBench();
    const { runs } = await bench.finish(bench.start());
    expect(runs[2]?.facts).toMatchObject({
      kernels: "shared",
      pidInside: 1,
      worker: null,
      hostRows: 1,
      why: null,
    });
    expect(runs[2]?.facts?.search).toEqual({ own: [runs[2]?.facts?.pidOnHost], others: 0 });
    expect(runs[2]?.facts?.memory.processes.map(({ role }) => role)).toEqual(["container", "shim"]);
    expect(runs[3]?.facts).toMatchObject({
      kernels: "separate",
      pidOnHost: null,
      search: { own: [], others: 0 },
    });
    expect(runs[3]?.facts?.memory.processes.map(({ role }) => role)).toEqual(["worker"]);
    expect(runs[3]?.facts?.memory.privateBytes).toBe(120 * 1024 * 1024);
  });

  test("the warm-up is launched, not measured", async () => {
    const bench = new CompareBench();
    const { runs } = await bench.finish(bench.start());
    expect(runs.slice(0, 2).map(({ firstProcess, facts }) => [firstProcess, facts])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("names that are taken are left alone", async () => {
    const bench = new CompareBench();
    bench.publish(bench.docker, { id: "other", name: "cmp-p-01" });
    const { runs } = await bench.finish(bench.start());
    expect(runs[2]?.name).toBe("cmp-p-01-2");
    expect(bench.names()).toEqual(["cmp-p-01"]);
  });

  test("keeps the last two where it was told to", async () => {
    const bench = new CompareBench();
    const { kept } = await bench.finish(bench.start({ runs: 5, keep: true }));
    expect(kept.map(({ name }) => name).sort()).toEqual(["cmp-h-05", "cmp-p-05"]);
    expect([...bench.names()].sort()).toEqual(["cmp-h-05", "cmp-p-05"]);
  });
});

describe("a lane that fails", () => {
  test("keeps its phases, says why and is not tried again; the other goes on", async () => {
    const bench = new CompareBench();
    bench.microvm.launching = async (_spec, work) => {
      work.progress({ phase: "Booting the micro-VM" });
      await bench.pass(700, work);
      throw new IsoscopeFailure({ code: "start-failed", reason: "no such program", exitCode: 127 });
    };
    const done = await bench.finish(bench.start({ runs: 5 }));
    const lane = done.runs.filter(({ isolation }) => isolation === "hyperv");
    expect(lane.map(({ state }) => state)).toEqual(["failed", ...Array(5).fill("skipped")]);
    expect(lane[0]?.phases.at(-1)).toEqual({ name: "Booting the micro-VM", fromMs: 0, toMs: 700 });
    expect(lane[0]?.error).toMatchObject({ code: "start-failed" });
    expect(
      done.runs.filter(({ isolation, state }) => isolation === "process" && state === "done"),
    ).toHaveLength(6);
    expect(bench.names()).toEqual([]);
  });

  test("a container that cannot be removed is named with why", async () => {
    const bench = new CompareBench();
    bench.docker.controlling = () =>
      Promise.reject(new IsoscopeFailure({ code: "timeout", op: "remove", ms: 1 }));
    const { left, state } = await bench.finish(bench.start());
    expect(state).toBe("done");
    expect(left.map(({ name, error }) => `${name} ${error.code}`)).toEqual([
      "cmp-p-00 timeout",
      "cmp-p-01 timeout",
    ]);
  });

  test("a command that has ended leaves unknown what cannot be known", async () => {
    const bench = new CompareBench();
    bench.docker.launching = async (spec, work) => {
      const id = await bench.launchShared(spec, work);
      bench.remove(bench.docker, id);
      bench.docker.inside = { rows: [], source: "docker top", at: 0 };
      bench.publish(bench.docker, { id, name: spec.name ?? "", state: "exited", exitCode: 0 });
      return id;
    };
    const { runs } = await bench.finish(bench.start());
    expect(runs[2]).toMatchObject({ state: "done", hostSight: null, firstProcess: { source: "engine" } });
    expect(runs[2]?.facts?.memory).toMatchObject({ privateBytes: null, proportionalBytes: null });
    expect(runs[2]?.facts?.memory.why).not.toBeNull();
    expect(runs[2]?.facts?.pidInside).toBeNull();
  });
});

describe("the end before the end", () => {
  /** Moments, ms after the start, in each phase of both lanes: warm-ups, launching, settling. */
  const moments = [10, 400, 1_000, 2_500, 4_650, 5_000, 7_000, 8_500, 11_000, 12_500];

  test.each(moments)("a stop after %i ms leaves nothing", async (ms) => {
    const bench = new CompareBench();
    const id = bench.start({ keep: true });
    await bench.clock.advance(ms);
    bench.comparisons.stop(id);
    const done = await bench.finish(id);
    expect(done.state).toBe("stopped");
    expect(bench.names()).toEqual([]);
    expect(done.kept).toEqual([]);
    expect(done.runs.every(({ error }) => error === null)).toBe(true);
    expect(bench.processes.watched).toBe(false);
  });

  test.each(moments)("closing the app after %i ms leaves nothing", async (ms) => {
    const bench = new CompareBench();
    bench.start();
    await bench.clock.advance(ms);
    let closed = false;
    const closing = bench.comparisons.close().then(() => {
      closed = true;
    });
    await bench.clock.advance(20_000);
    expect(closed).toBe(true);
    await closing;
    expect(bench.names()).toEqual([]);
    expect(bench.processes.watched).toBe(false);
  });

  test("stopping one that has ended does nothing; one that never was is named", async () => {
    const bench = new CompareBench();
    const id = bench.start();
    await bench.finish(id);
    bench.comparisons.stop(id);
    expect(bench.record(id).state).toBe("done");
    expect(refused(() => bench.comparisons.stop("other"))).toMatchObject({ code: "not-found" });
  });
});

describe("starting", () => {
  test("a second is refused while one runs, and welcome afterwards", async () => {
    const bench = new CompareBench();
    const first = bench.start();
    expect(refused(() => bench.start())).toMatchObject({ code: "conflict" });
    await bench.finish(first);
    await bench.finish(bench.start());
    expect(bench.comparisons.live.size).toBe(2);
  });

  test("is refused where an isolation cannot be launched now", () => {
    const bench = new CompareBench();
    const error = { code: "unavailable", engine: "QEMU micro-VM", reason: "no qemu" } as const;
    bench.microvm.setStatus({ state: "failed", error });
    expect(refused(() => bench.start())).toEqual(error);
    expect(bench.comparisons.live.size).toBe(0);
  });

  test("only so many stay to be looked at", async () => {
    const bench = new CompareBench();
    for (let count = 0; count < 12; count++) await bench.finish(bench.start());
    expect(bench.comparisons.live.size).toBe(10);
  });
});
