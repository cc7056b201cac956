import type { TestContext } from "vitest";
import type { Isolation } from "../contract/engine.ts";
import { IsoscopeFailure } from "../contract/errors.ts";
import { type Dialect, UNIX } from "./conformance-dialect.ts";
import { launchSpec, quietWork, whenStatus } from "./conformance-tools.ts";
import type { Engine, EngineLaunch } from "./engine.ts";

/** An engine to put through the suite. The suite disposes the engine, then calls `close`. */
export interface ConformanceSubject {
  readonly engine: Engine;
  /** Has the programs that the dialect runs. */
  readonly image: string;
  /** Default: a Unix shell's. */
  readonly dialect?: Dialect;
  readonly isolation: Isolation;
  /** Why what it calls the host's files are not this process's; absent where they are. */
  readonly otherFiles?: string;
  /** Longest time one test may take, ms; emulated VMs need more than containers. */
  readonly patience?: number;
  readonly close?: () => Promise<void>;
}

/** True when the environment says that this engine must not be skipped. */
export const isRequired = (name: string): boolean =>
  (process.env.ISOSCOPE_REQUIRE ?? "").split(",").includes(name);

const DEFAULT_PATIENCE = 60_000;

/** What a test body gets: the subject and launches that are removed afterwards. */
export interface OpenBench {
  readonly engine: Engine;
  readonly subject: ConformanceSubject;
  readonly dialect: Dialect;
  launch(command: readonly string[], more?: Partial<EngineLaunch>): Promise<string>;
  skip(reason: string): never;
}

/** Holds the subject over a whole suite and removes after each test what it launched. */
export class Bench {
  #subject: ConformanceSubject | null = null;
  #skip = "not opened";
  #launched: string[] = [];

  open(name: string, opened: ConformanceSubject | { readonly skip: string }): void {
    if ("engine" in opened) this.#subject = opened;
    else if (isRequired(name)) throw new Error(`${name} is required here, but: ${opened.skip}`);
    else this.#skip = opened.skip;
  }

  async run(context: TestContext, body: (bench: OpenBench) => Promise<void>): Promise<void> {
    const subject = this.#subject;
    if (!subject) return context.skip(this.#skip);
    const { engine } = subject;
    await withPatience(subject.patience ?? DEFAULT_PATIENCE, async () => {
      await whenStatus(engine, (status) => status.state === "live");
      await body({
        engine,
        subject,
        dialect: subject.dialect ?? UNIX,
        launch: (command, more = {}) => this.#launch(subject, command, more),
        skip: (reason) => context.skip(reason),
      });
    });
  }

  async clean(): Promise<void> {
    const engine = this.#subject?.engine;
    const launched = this.#launched;
    this.#launched = [];
    if (!engine) return;
    await Promise.all(launched.map((id) => engine.control(id, "remove").catch(ignoreNotFound)));
  }

  async close(): Promise<void> {
    await this.#subject?.engine[Symbol.asyncDispose]();
    await this.#subject?.close?.();
  }

  async #launch(
    subject: ConformanceSubject,
    command: readonly string[],
    more: Partial<EngineLaunch>,
  ): Promise<string> {
    const { image, isolation } = subject;
    const id = await subject.engine.launch(launchSpec({ image, isolation, command, ...more }), quietWork());
    this.#launched.push(id);
    return id;
  }
}

/** Turns a wait that never ends into an error of its own before the runner gives up. */
async function withPatience(ms: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing more happened within ${ms} ms`)), ms);
  });
  await Promise.race([work(), limit]).finally(() => clearTimeout(timer));
}

function ignoreNotFound(thrown: unknown): void {
  if (thrown instanceof IsoscopeFailure && thrown.error.code === "not-found") return;
  throw thrown;
}
