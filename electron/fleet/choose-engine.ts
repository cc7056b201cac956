import type { EngineStatus, Isolation } from "../contract/engine.ts";
import { IsoscopeFailure, summarise } from "../contract/errors.ts";
import type { Engine } from "../engine/engine.ts";
import { isLayerPath } from "../model/layer-path.ts";

/** Linux engines and Windows Server run process isolation unless told otherwise. */
const PLATFORM_DEFAULT: Isolation = "process";

export interface EngineWish {
  readonly isolation: Isolation | "default";
  readonly image: string;
  /** The engine asked for by name. */
  readonly engine?: string | undefined;
}

interface Choice {
  readonly engine: Engine;
  readonly isolation: Isolation;
}

/**
 * The engine that shall run a launch, and the isolation it resolves to.
 * Throws `unsupported` when no engine can do it at all, `unavailable` when one could but does not answer.
 */
export function chooseEngine(engines: readonly Engine[], wish: EngineWish): Choice {
  const named = wish.engine === undefined ? engines : engines.filter((engine) => engine.id === wish.engine);
  if (named.length === 0) {
    throw new IsoscopeFailure({ code: "not-found", what: "engine", name: wish.engine ?? "any" });
  }
  const choices = preferred(named, wish.image).map((engine) => ({
    engine,
    isolation: wish.isolation === "default" ? defaultOf(engine) : wish.isolation,
  }));
  const able = choices.filter(({ engine, isolation }) => engine.status.capabilities.launch[isolation].can);
  const live = able.find(({ engine }) => engine.status.state === "live");
  if (live) return live;
  const [down] = able;
  if (down) throw notAnswering(down.engine.status);
  throw unsupported(choices, wish);
}

const defaultOf = ({ status }: Engine): Isolation => status.defaultIsolation ?? PLATFORM_DEFAULT;

/**
 * Image references are for engines that keep images; one that sees the whole host comes after them. It alone launches
 * from a folder of layers.
 */
function preferred(engines: readonly Engine[], image: string): readonly Engine[] {
  const hosts = engines.filter((engine) => engine.sees === "host");
  if (isLayerPath(image) && hosts.length > 0) return hosts;
  return [...engines.filter((engine) => engine.sees !== "host"), ...hosts];
}

function unsupported(choices: readonly Choice[], { isolation }: EngineWish): IsoscopeFailure {
  const wanted = isolation === "default" ? (choices[0]?.isolation ?? PLATFORM_DEFAULT) : isolation;
  return new IsoscopeFailure({
    code: "unsupported",
    capability: `launch under ${wanted} isolation`,
    reason: choices.map((choice) => reasonAgainst(choice.engine.status, choice.isolation)).join(" "),
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
