import type { EngineStatus, Isolation } from "../../../electron/contract/engine.ts";
import { useLive } from "../../engine/host-context.tsx";
import { containersResource, enginesResource, jobsResource } from "../../engine/resources.ts";
import { launchChoice } from "../launch/launch-choice.ts";
import { useDemoSession } from "./demo-session.ts";
import { type HalfState, halfState } from "./half-state.ts";
import { STEPS } from "./steps.ts";

interface Demo {
  readonly state: HalfState;
  /** The engine whose container is shown, else the one that would launch it. */
  readonly engine: EngineStatus | undefined;
  /** Why no engine can launch it now; null when one can. */
  readonly unable: string | null;
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
  const choice = launchChoice(isolation, [...engines.values()]);
  const state = states[isolation];
  const own = state.kind === "running" ? engines.get(state.container.engine) : undefined;
  const done = STEPS.filter(
    (step) =>
      states[step.isolation].kind === "running" &&
      (step.kind === "run" || session.seen.includes(step.number)),
  );
  return {
    state,
    engine: own ?? choice.engine ?? undefined,
    unable: choice.reason,
    done: new Set(done.map(({ number }) => number)),
  };
}
