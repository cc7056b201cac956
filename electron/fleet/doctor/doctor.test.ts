import { describe, expect, it } from "vitest";
import type { Finding } from "../../contract/doctor.ts";
import type { Job } from "../../contract/launch.ts";
import { fail } from "../../engine/failures.ts";
import { ManualClock } from "../../engine/manual-clock.ts";
import { type Check, check, ok, problem } from "../../model/doctor/check.ts";
import type { DoctorFacts } from "../../model/doctor/facts.ts";
import { manual, rootCommand } from "../../model/doctor/fixes.ts";
import { Jobs } from "../jobs.ts";
import { Doctor } from "./doctor.ts";
import type { Gatherers } from "./gather.ts";
import type { CommandRun } from "./run-command.ts";

const root = { name: "root", elevated: true, groups: [], listed: [] };
const outsider = { ...root, name: "ana", elevated: false };

const titles = { category: "host", engines: [], why: "It is a test." } as const;

const drive: Check = check({
  ...titles,
  id: "drive",
  title: "Drive",
  needs: ["systemDrive", "person"],
  decide: ({ systemDrive, person }) =>
    systemDrive === "C:"
      ? ok("It is C:.")
      : problem(`It is ${systemDrive}.`, [], {
          fixes: [
            rootCommand(person, {
              ...{ id: "move", title: "Move it", argv: ["move", systemDrive, "C:"], changes: "The drive." },
            }),
            manual("by-hand", "By hand", ["Move it."]),
          ],
        }),
});

const namespaces: Check = check({
  ...{ ...titles, id: "namespaces", title: "Namespaces", needs: ["namespaces"] },
  decide: ({ namespaces: { length } }) => ok(`${length}`),
});

class Bench {
  readonly clock = new ManualClock();
  readonly jobs = new Jobs(this.clock);
  readonly ran: CommandRun[] = [];
  reads = 0;
  drive = "D:";
  person: DoctorFacts["person"] = root;
  /** How the next command ends. */
  end: (run: CommandRun) => Promise<number | null> = async () => 0;
  readonly doctor: Doctor;

  constructor(gatherers: Gatherers = {}) {
    this.doctor = new Doctor({
      ...{ checks: [drive, namespaces], clock: this.clock, jobs: this.jobs },
      gatherers: {
        systemDrive: {
          read: () => {
            this.reads += 1;
            return this.drive;
          },
        },
        person: { read: () => this.person },
        namespaces: { read: async () => ["pid", "net"] },
        ...gatherers,
      },
      run: (run) => {
        this.ran.push(run);
        return this.end(run);
      },
    });
  }

  /** What is published now, without being a watcher for longer. */
  finding(id: string): Finding {
    let found: Finding | undefined;
    const look = this.doctor.findings.subscribe({
      snapshot: ({ entries }) => {
        found = new Map(entries).get(id);
      },
      change: () => {},
      fail: () => {},
    });
    look();
    if (!found) throw new Error(`no finding ${id}`);
    return found;
  }

  job(id: string): Job | undefined {
    return this.jobs.live.get(id);
  }
}

describe("checks", () => {
  it("run when somebody watches first, and not for the next one", async () => {
    const bench = new Bench();
    expect(bench.reads).toBe(0);
    expect(bench.finding("drive")).toMatchObject({ state: "unknown", checking: true, checkedAt: null });
    await bench.clock.advance(0);
    expect(bench.finding("drive")).toMatchObject({
      ...{ state: "problem", found: "It is D:.", checking: false, checkedAt: bench.clock.now() },
    });
    expect(bench.reads).toBe(1);
  });

  it("run again when asked, only those that are named", async () => {
    const bench = new Bench();
    await bench.doctor.check();
    bench.drive = "C:";
    await bench.doctor.check(["namespaces"]);
    expect(bench.finding("drive").state).toBe("problem");
    await bench.doctor.check(["drive"]);
    expect(bench.finding("drive")).toMatchObject({ state: "ok", fixes: [] });
    await expect(bench.doctor.check(["none"])).rejects.toMatchObject({ error: { code: "not-found" } });
  });

  it("a fact that comes too late, or not at all, is unknown and says why; the others tell", async () => {
    const bench = new Bench({ systemDrive: { read: () => new Promise(() => {}), deadlineMs: 300 } });
    const checked = bench.doctor.check();
    await bench.clock.advance(299);
    expect(bench.finding("namespaces")).toMatchObject({ state: "ok", checking: false });
    expect(bench.finding("drive").checking).toBe(true);
    await bench.clock.advance(1);
    await checked;
    expect(bench.finding("drive")).toMatchObject({
      ...{ state: "unknown", found: expect.stringContaining("systemDrive") },
    });
    const broken = new Bench({ namespaces: { read: () => Promise.reject(new Error("no /proc")) } });
    await broken.doctor.check();
    expect(broken.finding("namespaces")).toMatchObject({
      state: "unknown",
      found: expect.stringContaining("no /proc"),
    });
  });

  it("a reader is told when it has run out of time", async () => {
    let told: AbortSignal | undefined;
    const read = (signal: AbortSignal) => {
      told = signal;
      return new Promise<string>(() => {});
    };
    const bench = new Bench({ systemDrive: { read, deadlineMs: 10 } });
    const checked = bench.doctor.check(["drive"]);
    await bench.clock.advance(10);
    await checked;
    expect(told?.aborted).toBe(true);
  });

  it("the later of two looks is shown, whichever ends first", async () => {
    const answers: ((drive: string) => void)[] = [];
    const bench = new Bench({ systemDrive: { read: () => new Promise((tell) => answers.push(tell)) } });
    const first = bench.doctor.check();
    const second = bench.doctor.check(["drive"]);
    await bench.clock.advance(0);
    answers[1]?.("C:");
    await second;
    answers[0]?.("D:");
    await first;
    expect(bench.finding("drive")).toMatchObject({ state: "ok", checking: false });
  });
});

describe("fixes", () => {
  it("run nothing but a command that the finding offers as it stands", async () => {
    const bench = new Bench();
    const refused = (fix: string, code: string, check = "drive") =>
      expect(() => bench.doctor.fix(check, fix)).toThrow(
        expect.objectContaining({ error: expect.objectContaining({ code }) }),
      );
    refused("move", "not-found");
    await bench.doctor.check();
    refused("move", "not-found", "namespaces");
    refused("move", "not-found", "none");
    refused("moves", "not-found");
    refused("by-hand", "unsupported");
    bench.person = outsider;
    await bench.doctor.check();
    refused("move", "unsupported");
    bench.person = root;
    bench.drive = "C:";
    await bench.doctor.check();
    refused("move", "not-found");
    expect(bench.ran).toEqual([]);
  });

  it("run exactly what was shown, tell what it prints, and look again", async () => {
    const bench = new Bench();
    await bench.doctor.check();
    const shown = bench.finding("drive").fixes[0];
    bench.end = async ({ onText }) => {
      onText("\u001b[32mmoving\u001b[0m\n");
      bench.drive = "C:";
      return 0;
    };
    const job = bench.doctor.fix("drive", "move");
    expect(bench.finding("drive").run).toMatchObject({ job, state: "running", title: "Move it" });
    await bench.clock.advance(0);
    expect(bench.ran[0]?.argv).toEqual(shown?.kind === "command" ? shown.argv : []);
    expect(bench.finding("drive")).toMatchObject({
      state: "ok",
      run: { state: "done", exitCode: 0, output: "moving\n", error: null, endedAt: bench.clock.now() },
    });
    expect(bench.job(job)).toMatchObject({ kind: "fix", state: "done", title: "Move it" });
  });

  it("that fail say how, with what was printed, and look again all the same", async () => {
    const bench = new Bench();
    await bench.doctor.check();
    bench.end = async ({ onText }) => {
      onText("E: no such drive\n");
      return 100;
    };
    const job = bench.doctor.fix("drive", "move");
    await bench.clock.advance(0);
    expect(bench.finding("drive").run).toMatchObject({
      ...{ state: "failed", exitCode: 100, output: "E: no such drive\n" },
      error: { code: "internal", message: "move ended with exit code 100.", detail: "E: no such drive\n" },
    });
    expect(bench.job(job)?.state).toBe("failed");
    expect(bench.reads).toBe(2);
  });

  it("can be cancelled as jobs are, and are one at a time for a finding", async () => {
    const bench = new Bench();
    await bench.doctor.check();
    bench.end = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(fail({ code: "cancelled", op: "move" })));
      });
    const job = bench.doctor.fix("drive", "move");
    await bench.clock.advance(0);
    expect(() => bench.doctor.fix("drive", "move")).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: "conflict" }) }),
    );
    bench.jobs.cancel(job);
    await bench.clock.advance(0);
    expect(bench.finding("drive").run).toMatchObject({ state: "cancelled", exitCode: null });
    expect(bench.job(job)?.state).toBe("cancelled");
  });
});
