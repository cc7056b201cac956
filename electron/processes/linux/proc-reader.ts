import { readdirSync } from "node:fs";
import { constants } from "node:os";
import { diffProcesses } from "../diff-processes.ts";
import { type ProcessDelta, type ProcessReader, type RawProcess, UNKNOWN_START } from "../process-reader.ts";
import { readerFailure } from "../reader-failure.ts";
import { type Description, describeProcess, describeUnreadable } from "./describe-process.ts";
import { parseStat, type StatFields } from "./parse-stat.ts";
import { meansExhausted, meansGone, readSmallFile } from "./read-file.ts";
import { readSystemConstants } from "./system-constants.ts";

/** Processes read before other work gets its turn: about 3 ms. */
const SLICE = 100;
const MAX_STAT = 4096;
/** Within this time of its start a process may yet be moved into its container's cgroup (runc does so before its exec). */
const YOUNG_MS = 2000;
/** Every row is described anew once in so many passes: owner and cgroup can change without a sign in `stat`. */
const ROTATION = 64;

interface Tracked {
  readonly row: RawProcess;
  readonly argStart: string;
  /** False while its description may still be about to change: young, not wholly read, not looked at for a while. */
  readonly settled: boolean;
}

/**
 * The host's processes read from procfs in plain JavaScript, for hosts without a compiler. Reads synchronously in
 * slices, so that the main loop is never held longer than a slice. Same rows as the addon's reader.
 */
export class ProcReader implements ProcessReader {
  readonly #root: string;
  readonly #units;
  #tracked: ReadonlyMap<number, Tracked> = new Map();
  #rows: ReadonlyMap<number, RawProcess> = new Map();
  #pass = 0;

  constructor(root = "/proc") {
    this.#root = root;
    this.#units = readSystemConstants(root);
  }

  async snapshot(): Promise<ProcessDelta> {
    const at = performance.now();
    this.#pass += 1;
    const pids = this.#list();
    const next = new Map<number, Tracked>();
    const uptime = this.#uptimeMs();
    for (const [index, pid] of pids.entries()) {
      if (index > 0 && index % SLICE === 0) await breath();
      const tracked = this.#visit(pid, uptime, false);
      if (tracked) next.set(pid, tracked);
    }
    return { at, ...this.#become(next) };
  }

  async refresh(pids: readonly number[]): Promise<ProcessDelta> {
    const at = performance.now();
    this.#pass += 1;
    const next = new Map(this.#tracked);
    const uptime = this.#uptimeMs();
    for (const pid of pids) {
      const tracked = this.#visit(pid, uptime, true);
      if (tracked) next.set(pid, tracked);
      else next.delete(pid);
    }
    return { at, ...this.#become(next) };
  }

  /** Nothing is held open; but what was read may be old when somebody watches again. */
  release(): void {
    this.#tracked = new Map([...this.#tracked].map(([pid, each]) => [pid, { ...each, settled: false }]));
  }

  close(): void {
    this.#tracked = new Map();
    this.#rows = new Map();
  }

  #become(next: ReadonlyMap<number, Tracked>): Pick<ProcessDelta, "removed" | "changed"> {
    const rows = new Map([...next].map(([pid, { row }]) => [pid, row]));
    const difference = diffProcesses(this.#rows, rows);
    this.#tracked = next;
    this.#rows = rows;
    return difference;
  }

  #list(): readonly number[] {
    try {
      return readdirSync(this.#root).filter(isPid).map(Number);
    } catch (thrown) {
      throw readerFailure(thrown);
    }
  }

  #uptimeMs(): number {
    const seconds = readSmallFile(`${this.#root}/uptime`, MAX_STAT).bytes.toString().split(" ", 1)[0];
    return Number(seconds) * 1000;
  }

  /** Null when it is gone. Throws when this process itself may open no more files: nobody is dead because of that. */
  #visit(pid: number, uptimeMs: number, redescribe: boolean): Tracked | null {
    const directory = `${this.#root}/${pid}`;
    const { bytes, error } = readSmallFile(`${directory}/stat`, MAX_STAT);
    if (meansGone(error)) return null;
    if (meansExhausted(error)) throw readerFailure(new Error(`open ${directory}/stat: errno ${error}`));
    const stat = error === 0 ? parseStat(bytes.toString()) : null;
    if (stat === null) return unreadable(pid, describeUnreadable(directory, error || constants.errno.EPROTO));
    const known = this.#tracked.get(pid);
    if (!redescribe && known && !this.#needsDescribing(known, stat)) return this.#counted(known, stat);
    const description = describeProcess(directory, stat);
    if (description === null) return null;
    const age = uptimeMs - Number(stat.start) * this.#units.msPerTick;
    const row = { pid, start: stat.start, windows: null, ...description, ...this.#counters(stat) };
    return { row, argStart: stat.argStart, settled: age > YOUNG_MS && row.unreadable === null };
  }

  #needsDescribing({ row, argStart, settled }: Tracked, stat: StatFields): boolean {
    return (
      !settled ||
      row.start !== stat.start ||
      row.name !== stat.name ||
      argStart !== stat.argStart ||
      (row.pid + this.#pass) % ROTATION === 0
    );
  }

  #counted(known: Tracked, stat: StatFields): Tracked {
    const { row } = known;
    const counters = this.#counters(stat);
    const same =
      row.cpuMs === counters.cpuMs &&
      row.rssBytes === counters.rssBytes &&
      row.threads === counters.threads &&
      row.ppid === counters.ppid;
    return same ? known : { ...known, row: { ...row, ...counters } };
  }

  #counters(stat: StatFields): Pick<RawProcess, "ppid" | "threads" | "cpuMs" | "rssBytes"> {
    return {
      ppid: stat.ppid,
      threads: stat.threads,
      cpuMs: stat.cpuTicks * this.#units.msPerTick,
      rssBytes: stat.rssPages * this.#units.pageBytes,
    };
  }
}

function unreadable(pid: number, description: Description | null): Tracked | null {
  if (description === null) return null;
  const row = {
    ...{ pid, start: UNKNOWN_START, ppid: 0, cpuMs: null, rssBytes: null, threads: null, windows: null },
    ...description,
  };
  return { row, argStart: "0", settled: false };
}

const isPid = (name: string): boolean => /^\d+$/.test(name);

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
