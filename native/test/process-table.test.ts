import { userInfo } from "node:os";
import { describe, expect, inject, it, type TestContext } from "vitest";
import type { HostProcess } from "../../electron/contract/process.ts";
import { systemClock } from "../../electron/engine/clock.ts";
import { openProcessTable } from "../../electron/processes/open-process-table.ts";
import { type ProcessTable, processKey } from "../../electron/processes/process-table.ts";
import { startFixture } from "./fixture-process.ts";

const HOUR_MS = 3_600_000;

/** Follows the table and resolves when its rows are as asked. */
class Follower implements Disposable {
  readonly rows = new Map<string, HostProcess>();
  readonly #stop: () => void;
  #check = () => {};

  constructor(table: ProcessTable) {
    this.#stop = table.live.subscribe({
      snapshot: ({ entries }) => this.#apply(entries, []),
      change: ({ upsert, remove }) => this.#apply(upsert, remove),
      fail: (error) => expect.unreachable(String(error)),
    });
  }

  until(holds: (rows: ReadonlyMap<string, HostProcess>) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#check = () => {
        if (holds(this.rows)) resolve();
      };
      this.#check();
    });
  }

  of(pid: number): HostProcess | undefined {
    return [...this.rows.values()].find((row) => row.pid === pid);
  }

  childrenOf(pid: number): readonly number[] {
    return [...this.rows.values()].filter((row) => row.ppid === pid).map((row) => row.pid);
  }

  [Symbol.dispose](): void {
    this.#stop();
  }

  #apply(upsert: readonly (readonly [string, HostProcess])[], remove: readonly string[]): void {
    for (const key of remove) this.rows.delete(key);
    for (const [key, row] of upsert) this.rows.set(key, row);
    this.#check();
  }
}

function requireConnector(table: ProcessTable, { skip }: TestContext): void {
  if (table.facts.births === "connector") return;
  if (process.env.ISOSCOPE_REQUIRE?.split(",").includes("connector"))
    throw new Error(table.facts.notes.join(" "));
  skip(table.facts.notes.join(" "));
}

describe("process table on this host", () => {
  it("shows births, execs and deaths without polling", async (context) => {
    // It would poll once an hour: what arrives before was announced by the kernel.
    await using table = openProcessTable(
      { addonPaths: [inject("addonPath")], pollMs: HOUR_MS },
      { clock: systemClock },
    );
    requireConnector(table, context);
    expect(table.facts).toEqual({ reader: "native", births: "connector", notes: [] });
    using follower = new Follower(table);
    await follower.until((rows) => rows.size > 0);
    await using program = await startFixture("named", ["61", "62"]);
    await follower.until(() => follower.of(program.pid)?.name === "a");
    const before = follower.of(program.pid);
    const user = userInfo().username;
    expect(before).toMatchObject({ ppid: process.pid, user, containerId: null, cpuPercent: null });
    program.child.kill("SIGUSR1");
    await follower.until(() => follower.of(program.pid)?.name === "b");
    expect(follower.of(program.pid)?.start).toBe(before?.start);
    // Its parent leaves no zombies, of whose end the kernel would not tell.
    await using crowd = await startFixture("crowd", ["3"]);
    await follower.until(() => follower.childrenOf(crowd.pid).length === 3);
    const [child = 0] = follower.childrenOf(crowd.pid);
    process.kill(child, "SIGKILL");
    await follower.until(() => follower.of(child) === undefined);
    expect(follower.childrenOf(crowd.pid)).toHaveLength(2);
  });

  it("samples without a watcher, with the same rows as a watcher gets", async () => {
    await using crowd = await startFixture("crowd", ["20"]);
    await using table = openProcessTable({ addonPaths: [inject("addonPath")] }, { clock: systemClock });
    const { rows } = await table.sample();
    using follower = new Follower(table);
    const mine = rows.filter(({ pid, ppid }) => pid === crowd.pid || ppid === crowd.pid);
    expect(mine).toHaveLength(21);
    for (const row of mine) expect(follower.rows.get(processKey(row))).toEqual(row);
  });
});
