import type { EngineStatus, Isolation } from "../contract/engine.ts";
import { IsoscopeFailure, summarise } from "../contract/errors.ts";
import type { Engine } from "../engine/engine.ts";

/** Linux engines and Windows Server run process isolation unless told otherwise. */
const PLATFORM_DEFAULT: Isolation = "process";

/**
 * The engine that shall run a launch, and the isolation it resolves to.
 * Throws `unsupported` when no engine can do it at all, `unavailable` when one could but does not answer.
 */
export function chooseEngine(
  engines: readonly Engine[],
  wanted: Isolation | "default",
  preferred: string | undefined,
): { readonly engine: Engine; readonly isolation: Isolation } {
  const isolation = wanted === "default" ? PLATFORM_DEFAULT : wanted;
  const candidates = preferred === undefined ? engines : engines.filter((engine) => engine.id === preferred);
  if (candidates.length === 0) {
    throw new IsoscopeFailure({ code: "not-found", what: "engine", name: preferred ?? "any" });
  }
  const able = candidates.filter((engine) => engine.status.capabilities.launch[isolation].can);
  const live = able.find((engine) => engine.status.state === "live");
  if (live) return { engine: live, isolation };
  const [down] = able;
  if (down) throw notAnswering(down.status);
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: `launch under ${isolation} isolation`,
    reason: candidates.map((engine) => reasonAgainst(engine.status, isolation)).join(" "),
  });
}

function notAnswering(status: EngineStatus): IsoscopeFailure {
  if (status.error) return new IsoscopeFailure(status.error);
  return new IsoscopeFailure({
    code: "unavailable",
    engine: status.title,
    reason: `${status.title} is ${status.state}.`,
    fix: "Wait until it is live, then launch again.",
  });
}

function reasonAgainst(status: EngineStatus, isolation: Isolation): string {
  const capability = status.capabilities.launch[isolation];
  const reason = capability.can
    ? status.error
      ? summarise(status.error)
      : "It is not live."
    : capability.reason;
  return `${status.title}: ${reason}`;
}
