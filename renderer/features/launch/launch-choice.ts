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

/** As the fleet decides: an engine's own default where none is wanted, and the first live engine that can do it runs it. */
export function launchChoice(wanted: Isolation | "default", engines: readonly EngineStatus[]): LaunchChoice {
  const choices = engines.map((engine) => ({ engine, isolation: resolve(wanted, engine) }));
  const able = choices.filter(({ engine, isolation }) => engine.capabilities.launch[isolation].can);
  const live = able.find(({ engine }) => engine.state === "live");
  if (live) return { ...live, reason: null };
  const asked = able.length > 0 ? able : choices;
  const reasons = asked.map(({ engine, isolation }) => reasonAgainst(engine, isolation));
  const isolation = asked[0]?.isolation ?? (wanted === "default" ? "process" : wanted);
  return { isolation, engine: null, reason: reasons.join(" ") || "No engine is set up." };
}

const resolve = (wanted: Isolation | "default", engine: EngineStatus): Isolation =>
  wanted === "default" ? (engine.defaultIsolation ?? "process") : wanted;

function reasonAgainst(engine: EngineStatus, isolation: Isolation): string {
  const capability = engine.capabilities.launch[isolation];
  if (!capability.can) return capability.reason;
  return engine.error ? summarise(engine.error) : `${engine.title} is ${engine.state}.`;
}
