import type { CommandFix, FixRun } from "../../contract/doctor.ts";
import { IsoscopeFailure, toIsoscopeError } from "../../contract/errors.ts";
import type { Clock, WorkContext } from "../../engine/engine.ts";
import type { Jobs } from "../jobs.ts";
import { OutputTail } from "./output-tail.ts";
import type { runCommand } from "./run-command.ts";

/** Installing a package over a slow line takes minutes; what takes longer waits for something that does not come. */
const FIX_MS = 900_000;

export interface FixDeps {
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly run: typeof runCommand;
}

export interface FixHooks {
  readonly told: (run: FixRun) => void;
  /** Looks at what has become of it. */
  readonly done: () => Promise<void>;
}

/** Starts the command as a job and returns its id. What it prints is told as it comes. */
export function startFix(fix: CommandFix, deps: FixDeps, hooks: FixHooks): string {
  const running = new RunningFix(fix, deps, hooks);
  const job = deps.jobs.start({ kind: "fix", title: fix.title, work: (work) => running.work(work) });
  running.begin(job);
  return job;
}

class RunningFix {
  readonly #fix: CommandFix;
  readonly #deps: FixDeps;
  readonly #hooks: FixHooks;
  readonly #output = new OutputTail();
  #run: FixRun;

  constructor(fix: CommandFix, deps: FixDeps, hooks: FixHooks) {
    this.#fix = fix;
    this.#deps = deps;
    this.#hooks = hooks;
    this.#run = {
      ...{ fix: fix.id, title: fix.title, argv: fix.argv, job: "", state: "running", output: "" },
      ...{ exitCode: null, startedAt: deps.clock.now(), endedAt: null, error: null },
    };
  }

  begin(job: string): void {
    this.#tell({ job });
  }

  /** Rejects with how it failed: the job says the same. */
  async work({ signal, progress }: WorkContext): Promise<null> {
    const { clock, run } = this.#deps;
    try {
      const onText = (text: string) => {
        this.#output.add(text);
        this.#tell({ output: this.#output.text });
        progress({ phase: this.#output.lastLine || "Running" });
      };
      progress({ phase: "Running" });
      const exitCode = await run({ argv: this.#fix.argv, signal, clock, onText, deadlineMs: FIX_MS });
      this.#tell({ exitCode });
      if (exitCode !== 0) throw this.#failure(exitCode);
      this.#end({ state: "done" });
    } catch (thrown) {
      const error = toIsoscopeError(thrown);
      this.#end({ state: error.code === "cancelled" ? "cancelled" : "failed", error });
      throw thrown;
    } finally {
      // Also what failed may have changed something.
      await this.#hooks.done();
    }
    return null;
  }

  #failure(exitCode: number | null): IsoscopeFailure {
    const [program] = this.#fix.argv;
    const how = exitCode === null ? "was ended by a signal" : `ended with exit code ${exitCode}`;
    return new IsoscopeFailure({
      code: "internal",
      message: `${program} ${how}.`,
      ...(this.#output.text === "" ? {} : { detail: this.#output.text }),
    });
  }

  #end(end: Pick<FixRun, "state"> & Partial<FixRun>): void {
    this.#tell({ ...end, endedAt: this.#deps.clock.now() });
  }

  #tell(change: Partial<FixRun>): void {
    this.#run = { ...this.#run, ...change };
    this.#hooks.told(this.#run);
  }
}
