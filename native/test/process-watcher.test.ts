import { spawnSync } from "node:child_process";
import { describe, expect, it, type TestContext } from "vitest";
import type { NativeWatcher } from "../index.ts";
import { startFixture } from "./fixture-process.ts";
import { builtAddon } from "./provided.ts";

const BIRTHS = 20;

/** Gathers what the kernel tells until it has told of a PID. */
class Ear implements Disposable {
  readonly #heard = new Set<number>();
  readonly #waiting = new Map<number, () => void>();
  readonly #watcher: NativeWatcher;
  calls = 0;

  constructor(windowMs = 5) {
    this.#watcher = new (builtAddon().ProcessWatcher)(windowMs, () => {
      this.calls += 1;
      for (const pid of this.#watcher.take().pids) this.#hear(pid);
    });
  }

  /** Resolves when the PID is told of, from now on. */
  next(pid: number): Promise<void> {
    this.#heard.delete(pid);
    return new Promise((resolve) => this.#waiting.set(pid, resolve));
  }

  heard(pid: number): boolean {
    return this.#heard.has(pid);
  }

  [Symbol.dispose](): void {
    this.#watcher.close();
  }

  #hear(pid: number): void {
    this.#heard.add(pid);
    this.#waiting.get(pid)?.();
  }
}

/** Older kernels, and PID or network namespaces, have no connector: then there is nothing to test. */
function requireConnector({ skip }: TestContext): void {
  try {
    new Ear()[Symbol.dispose]();
  } catch (thrown) {
    if (process.env.ISOSCOPE_REQUIRE?.split(",").includes("connector")) throw thrown;
    skip(`process connector: ${thrown instanceof Error ? thrown.message : thrown}`);
  }
}

describe("native process watcher", () => {
  it("tells of a birth, an exec and a death", async (context) => {
    requireConnector(context);
    using ear = new Ear();
    const program = await startFixture("named", ["61", "62"]);
    if (!ear.heard(program.pid)) await ear.next(program.pid);
    const changed = ear.next(program.pid);
    program.child.kill("SIGUSR1");
    await changed;
    const died = ear.next(program.pid);
    await program[Symbol.asyncDispose]();
    await died;
  });

  it("tells of many births in few calls", async (context) => {
    requireConnector(context);
    using ear = new Ear(50);
    await using crowd = await startFixture("crowd", ["500"]);
    if (!ear.heard(crowd.pid)) await ear.next(crowd.pid);
    expect(ear.calls).toBeLessThan(100);
  });

  it("says nothing after it was closed, also when closed twice", async (context) => {
    requireConnector(context);
    const silent = new Ear(0);
    using control = new Ear(20);
    // Births while this thread is busy: their notices wait for it when the watching ends.
    for (let births = 0; births < BIRTHS; births += 1) spawnSync("true");
    silent[Symbol.dispose]();
    silent[Symbol.dispose]();
    await using program = await startFixture("named", ["61"]);
    if (!control.heard(program.pid)) await control.next(program.pid);
    expect(control.calls).toBeGreaterThan(0);
    expect(silent.calls).toBe(0);
  });

  it("refuses wrong arguments", () => {
    expect(() => Reflect.construct(builtAddon().ProcessWatcher, [() => {}])).toThrow(TypeError);
  });
});
