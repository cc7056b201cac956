import type { EngineStatus, Isolation } from "../../../electron/contract/engine.ts";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource, jobsResource } from "../../engine/resources.ts";
import { errorText } from "../../strings/errors.ts";
import { launchChoice } from "../launch/launch-choice.ts";
import { useDemoSession } from "./demo-session.ts";
import { type HalfState, halfState } from "./half-state.ts";
import { STEPS } from "./steps.ts";

/** Why no engine can launch one half. */
export interface Unable {
  readonly reason: string;
  /** What to do about it; "" where nobody knows. */
  readonly next: string;
  /** The other half can be launched. */
  readonly otherWorks: boolean;
}

interface Demo {
  readonly state: HalfState;
  /** The engine whose container is shown, else the one that would launch it. */
  readonly engine: EngineStatus | undefined;
  /** Null when an engine can launch it now. */
  readonly unable: Unable | null;
  /** Steps that have run. */
  readonly done: ReadonlySet<number>;
}

/** How far the demo is, and the half that is on stage. */
export function useDemo(isolation: Isolation): Demo {
  const session = useDemoSession();
  const jobs = useLive(jobsResource).rows;
  const containers = useLive(containersResource).rows;
  const engines = useLive(enginesResource).rows;
  const states = {
    process: halfState(session.process, jobs, containers),
    hyperv: halfState(session.hyperv, jobs, containers),
  };
  const all = [...engines.values()];
  const choice = launchChoice(isolation, all);
  const state = states[isolation];
  const own = state.kind === "running" ? engines.get(state.container.engine) : undefined;
  const done = STEPS.filter(
    (step) =>
      states[step.isolation].kind === "running" &&
      (step.kind === "run" || session.seen.includes(step.number)),
  );
  return {
    state,
    engine: own ?? choice.engine ?? all.find((engine) => engine.capabilities.launch[isolation].can),
    unable: choice.reason === null ? null : explain(choice.reason, isolation, all),
    done: new Set(done.map(({ number }) => number)),
  };
}

function explain(reason: string, isolation: Isolation, engines: readonly EngineStatus[]): Unable {
  const able = engines.find((engine) => engine.capabilities.launch[isolation].can && engine.error !== null);
  const text = able?.error ? errorText(able.error) : null;
  const other = launchChoice(isolation === "process" ? "hyperv" : "process", engines);
  return {
    reason: text ? `${text.title} ${text.cause}` : reason,
    next: text?.next ?? "",
    otherWorks: other.reason === null,
  };
}
