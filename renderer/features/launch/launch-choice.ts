import type { EngineStatus, Isolation } from "../../../electron/contract/engine.ts";
import { summarise } from "../../../electron/contract/failure.ts";

/** What a choice of isolation comes to on the engines there are. */
export interface LaunchChoice {
  readonly isolation: Isolation;
  /** The engine that would run it; null when none can now. */
  readonly engine: EngineStatus | null;
  /** Why none can; null when one can. */
  readonly reason: string | null;
}

/** As the fleet decides: an engine's default is process isolation, and the first live engine that can do it runs it. */
export function launchChoice(wanted: Isolation | "default", engines: readonly EngineStatus[]): LaunchChoice {
  const isolation = wanted === "default" ? "process" : wanted;
  const able = engines.filter((engine) => engine.capabilities.launch[isolation].can);
  const live = able.find((engine) => engine.state === "live");
  if (live) return { isolation, engine: live, reason: null };
  const reasons = (able.length > 0 ? able : engines).map((engine) => reasonAgainst(engine, isolation));
  return { isolation, engine: null, reason: reasons.join(" ") || "No engine is set up." };
}

function reasonAgainst(engine: EngineStatus, isolation: Isolation): string {
  const capability = engine.capabilities.launch[isolation];
  if (!capability.can) return capability.reason;
  return engine.error ? summarise(engine.error) : `${engine.title} is ${engine.state}.`;
}
