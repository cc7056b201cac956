import type { CommandFix, Finding } from "../../contract/doctor.ts";
import { IsoscopeFailure } from "../../contract/errors.ts";
import type { LiveSource } from "../../contract/live-source.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { Clock } from "../../engine/engine.ts";
import type { Check } from "../../model/doctor/check.ts";
import type { Jobs } from "../jobs.ts";
import { type FixHooks, startFix } from "./fix-job.ts";
import { type Gatherers, Round } from "./gather.ts";
import type { runCommand } from "./run-command.ts";

export interface DoctorDeps {
  readonly checks: readonly Check[];
  readonly gatherers: Gatherers;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly run: typeof runCommand;
}

/**
 * Looks at the host when somebody first watches, and again when asked. It changes nothing by itself: a fix is run when a
 * client names it, and only if it is a command of the finding as it stands.
 */
export class Doctor {
  readonly #deps: DoctorDeps;
  readonly #store = new LiveStore<Finding>({ onWatched: (watched) => this.#watched(watched) });
  readonly #rounds = new Map<string, Round>();
  #begun = false;

  constructor(deps: DoctorDeps) {
    this.#deps = deps;
    this.#store.update(deps.checks.map((check) => [check.id, notChecked(check)]));
  }

  get findings(): LiveSource<Finding> {
    return this.#store;
  }

  /** Runs checks again and resolves when all of them have told. Throws `not-found` for a name that is none. */
  async check(ids: readonly string[] = this.#deps.checks.map(({ id }) => id)): Promise<void> {
    const checks = ids.map((id) => this.#check(id));
    this.#begun ||= checks.length === this.#deps.checks.length;
    const round = new Round(this.#deps.gatherers, this.#deps.clock);
    for (const { id } of checks) this.#rounds.set(id, round);
    this.#store.update(checks.map(({ id }) => [id, { ...this.#finding(id), checking: true }]));
    await Promise.all(checks.map((check) => this.#run(check, round)));
  }

  /**
   * Starts a fix as a job, after which its check runs again. Throws `not-found` when the finding does not offer it,
   * `unsupported` when it is none for the app to run, and `conflict` while a fix of the same finding runs.
   */
  fix(check: string, fix: string): string {
    const finding = this.#finding(this.#check(check).id);
    const command = runnable(finding, fix);
    if (finding.run?.state === "running") {
      throw new IsoscopeFailure({ code: "conflict", message: `${finding.run.title} is under way.` });
    }
    const hooks: FixHooks = {
      told: (run) => this.#change(check, { run }),
      done: () => this.check([check]),
    };
    return startFix(command, this.#deps, hooks);
  }

  #watched(watched: boolean): void {
    if (watched && !this.#begun) void this.check();
  }

  async #run(check: Check, round: Round): Promise<void> {
    const verdict = check.find(await round.learn(check.reads));
    // A later round has a later look at the host.
    if (this.#rounds.get(check.id) !== round) return;
    this.#rounds.delete(check.id);
    const { fixes, evidence, ...rest } = verdict;
    this.#change(check.id, {
      ...rest,
      fixes: [...fixes],
      evidence: [...evidence],
      checkedAt: this.#deps.clock.now(),
      checking: false,
    });
  }

  #check(id: string): Check {
    const check = this.#deps.checks.find((one) => one.id === id);
    if (!check) throw new IsoscopeFailure({ code: "not-found", what: "check", name: id });
    return check;
  }

  #finding(id: string): Finding {
    return this.#store.get(id) ?? notChecked(this.#check(id));
  }

  #change(id: string, change: Partial<Finding>): void {
    this.#store.update([[id, { ...this.#finding(id), ...change }]]);
  }
}

function runnable({ id, fixes }: Finding, wanted: string): CommandFix {
  const fix = fixes.find((one) => one.id === wanted);
  if (!fix) throw new IsoscopeFailure({ code: "not-found", what: "fix", name: `${id} ${wanted}` });
  const capability = `run ${wanted}`;
  if (fix.kind !== "command") {
    throw new IsoscopeFailure({ code: "unsupported", capability, reason: "It is done by hand." });
  }
  if (!fix.runnable.can) {
    const { reason } = fix.runnable;
    throw new IsoscopeFailure({ code: "unsupported", capability, reason, fix: fix.typed });
  }
  return fix;
}

const notChecked = ({ id, category, title, engines, why }: Check): Finding => ({
  ...{ id, category, title, engines: [...engines], why },
  ...{ state: "unknown", found: "Not checked yet.", evidence: [], fixes: [], noFix: null },
  ...{ checkedAt: null, checking: false, run: null },
});
