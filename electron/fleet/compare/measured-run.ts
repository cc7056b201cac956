import type { CompareRun, CompareSpec } from "../../contract/compare.ts";
import { delay } from "../../engine/delay.ts";
import type { Engine, EngineLaunch, WorkContext } from "../../engine/engine.ts";
import { checkAbort } from "../../engine/failures.ts";
import { closePhases, withPhase } from "../../model/compare-phases.ts";
import { SETTLE_MS } from "../../model/comparison/method.ts";
import { programOf } from "../../model/program-name.ts";
import { containerKey } from "../container-key.ts";
import { ensureImage } from "../launch.ts";
import type { CompareDeps } from "./compare-deps.ts";
import type { FirstSeen } from "./first-seen.ts";
import { firstProcess, hostSight, type Launched } from "./marks.ts";
import { hostRowsNow, readFacts } from "./read-facts.ts";

/** One launch to be made, and where what is learnt of it goes. */
export interface RunOrder {
  readonly spec: CompareSpec;
  readonly engine: Engine;
  readonly run: Pick<CompareRun, "isolation" | "number">;
  readonly name: string;
  readonly seen: FirstSeen;
  readonly signal: AbortSignal;
  /** Told the engine's id the moment there is a container to be removed. */
  readonly made: (id: string) => void;
  readonly tell: (change: Partial<CompareRun>) => void;
}

/**
 * Launches once and measures. Resolves with the container still running; the caller removes it, also when this rejects.
 * The warm-up is launched only. Rejects with what the launch was refused for, or with `cancelled`.
 */
export async function measuredRun(deps: CompareDeps, order: RunOrder): Promise<void> {
  await hostRowsNow(deps);
  order.seen.forget();
  const launched = await launchTimed(deps, order);
  if (order.run.number === 0) return;
  const first = await firstProcess(deps, launched, order.seen);
  const sight = hostSight(deps, launched, order.seen);
  order.tell({ state: "settling", firstProcess: first, hostSight: sight });
  await delay(deps.clock, SETTLE_MS, order.signal);
  checkAbort(order.signal, "compare");
  const asked = programOf(order.spec.command);
  const facts = await readFacts(deps, launched.key, asked, order.seen, order.signal);
  order.tell({ facts, hostSight: sight ?? hostSight(deps, launched, order.seen) });
}

async function launchTimed(deps: CompareDeps, order: RunOrder): Promise<Launched> {
  const { engine, tell, made, name } = order;
  const startedAt = deps.clock.now();
  const since = () => deps.clock.now() - startedAt;
  let phases: CompareRun["phases"] = [];
  const told = (next: CompareRun["phases"]) => {
    phases = next;
    tell({ phases });
  };
  const progress: WorkContext["progress"] = ({ phase }) => told(withPhase(phases, phase, since()));
  tell({ state: "launching", startedAt, name });
  try {
    const id = await launchOnce(deps, order, { signal: order.signal, progress });
    made(id);
    const launchedMs = since();
    tell({ launchedMs });
    return { engine, id, key: containerKey(engine.id, id), startedAt, launchedMs };
  } finally {
    told(closePhases(phases, since()));
  }
}

async function launchOnce(deps: CompareDeps, order: RunOrder, work: WorkContext): Promise<string> {
  const { spec, engine, run, name } = order;
  if (run.number === 0) await ensureImage(spec.image, engine, deps.engines, deps.demo, work);
  const { image, command } = spec;
  const { isolation } = run;
  const request: EngineLaunch = { image, command, isolation, name, ...PLAIN };
  return engine.launch(request, work);
}

/** The same for both lanes: nothing that could make a difference between them. */
const PLAIN = { interactive: false, env: {}, holes: [], memoryBytes: null, cpus: null } as const;
