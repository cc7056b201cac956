import type { EngineStatus, Isolation } from "../../../contract/engine.ts";
import { IsoscopeFailure, summarise } from "../../../contract/failure.ts";
import { ProgressLine } from "../progress-line.ts";
import type { VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

/** A first contact may have to start a daemon and fetch a kernel. */
const READY_MS = 240_000;

type Context = Pick<VerbContext, "session" | "clock" | "signal" | "terminal">;

/** The engines once each has been reached or has said why it cannot be. */
export function settledEngines(context: Context): Promise<readonly EngineStatus[]> {
  return waitForEngines(context, (engines) =>
    engines.length > 0 && engines.every(({ state }) => state !== "connecting") ? engines : undefined,
  );
}

/** An engine that launches under this isolation, of those that are wished for. */
export interface LaunchWish {
  readonly isolation: Isolation | "default";
  readonly engine?: string | undefined;
}

/**
 * The live engines that can do a launch, once there is one or none is to be hoped for. Whoever is quiet writes nothing
 * on standard error meanwhile.
 */
export function launchingEngines(
  context: Context,
  { isolation, engine }: LaunchWish,
  quiet: boolean,
): Promise<readonly EngineStatus[]> {
  const can = ({ capabilities, defaultIsolation = "process" }: EngineStatus) =>
    capabilities.launch[isolation === "default" ? defaultIsolation : isolation].can;
  const pick = (engines: readonly EngineStatus[]) => {
    checkEngine(engines, engine);
    const asked = engines.filter(({ id }) => engine === undefined || id === engine);
    const able = asked.filter((one) => one.state === "live" && can(one));
    return able.length > 0 || asked.every(({ state }) => state !== "connecting") ? able : undefined;
  };
  return waitForEngines(context, (engines) => (engines.length > 0 ? pick(engines) : undefined), quiet);
}

/** Watches the engines until `pick` finds what it wants, and says on standard error who is waited for. */
async function waitForEngines<R>(
  context: Context,
  pick: (engines: readonly EngineStatus[]) => R | undefined,
  quiet = false,
): Promise<R> {
  const { client } = await context.session();
  const progress = new ProgressLine(context.terminal.err);
  const look = (engines: readonly EngineStatus[]) => {
    const found = pick(engines);
    const awaited = engines.filter(({ state }) => state === "connecting").map(({ title }) => title);
    if (found === undefined && awaited.length > 0 && !quiet)
      progress.show(`Waiting for ${awaited.join(" and ")}`);
    return found;
  };
  const wait = {
    what: "waiting for the engines",
    ms: READY_MS,
    clock: context.clock,
    signal: context.signal,
  };
  try {
    return await watchUntil(client, "engines.watch", {}, look, wait);
  } finally {
    progress.clear();
  }
}

/** Throws `not-found` for an engine that is not there. */
export function checkEngine(engines: readonly EngineStatus[], id: string | undefined): void {
  if (id === undefined || engines.some((engine) => engine.id === id)) return;
  throw new IsoscopeFailure({ code: "not-found", what: "engine", name: id });
}

const STATES: Readonly<Record<EngineStatus["state"], string>> = {
  connecting: "is being reached",
  live: "is live",
  stale: "does not answer any more",
  failed: "cannot be reached",
  stopped: "was stopped",
};

/** What keeps engines from answering, one line each. */
export const engineTroubles = (engines: readonly EngineStatus[]): readonly string[] =>
  engines
    .filter(({ state }) => state !== "live")
    .map(({ title, error, state }) => `${title} ${STATES[state]}.${error ? ` ${summarise(error)}` : ""}`);
