import type { Client } from "../../contract/client.ts";
import type { HostInfo, IsoscopeContract } from "../../contract/contract.ts";
import type { Isolation } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Clock } from "../../engine/engine.ts";
import {
  type HypervEvidence,
  hypervEvidence,
  type ProcessEvidence,
  processEvidence,
  sceneHolds,
} from "./scene-evidence.ts";
import { finishLaunch } from "./session/finish-job.ts";
import { watchUntil } from "./watch-until.ts";

/** A first run may have to start an engine, import an image and fetch a kernel. */
const READY_MS = 240_000;
const LAUNCH_MS = 120_000;
const SEEN_MS = 30_000;

/** Milliseconds each step took, as the caller of the contract saw it. */
export interface SceneTimings {
  readonly enginesLiveMs: number;
  readonly processLaunchMs: number;
  readonly processSeenMs: number;
  readonly hypervLaunchMs: number;
  readonly hypervSeenMs: number;
  readonly cleanUpMs: number;
}

export interface SceneReport {
  readonly holds: boolean;
  readonly process: ProcessEvidence;
  readonly hyperv: HypervEvidence;
  readonly timings: SceneTimings;
}

export interface SceneDeps {
  readonly client: Client<IsoscopeContract>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** When aborted, the scene ends as `cancelled` once what it made is removed. */
  readonly signal?: AbortSignal;
  /** Instead of the built-in one. */
  readonly image?: string | undefined;
}

/**
 * Runs the seed demo on the engines present: the demo image's command under either isolation, seen from both sides,
 * and everything removed again, also when a step fails. Rejects with `IsoscopeFailure` when a step cannot be done.
 */
export async function runScene(deps: SceneDeps): Promise<SceneReport> {
  const made: string[] = [];
  const timer = stopwatch(deps.clock);
  try {
    const info = await deps.client.call("host.info", {});
    await bothEnginesLive(deps);
    const enginesLiveMs = timer();
    const first = await launchDemo(deps, info, "process", made);
    const processLaunchMs = timer();
    const process = await seeProcess(deps, first, program(info));
    const processSeenMs = timer();
    const second = await launchDemo(deps, info, "hyperv", made);
    const hypervLaunchMs = timer();
    const hyperv = await seeVm(deps, second, program(info));
    const hypervSeenMs = timer();
    await removeAll(deps, made);
    const timings = {
      enginesLiveMs,
      processLaunchMs,
      processSeenMs,
      hypervLaunchMs,
      hypervSeenMs,
      cleanUpMs: timer(),
    };
    return { holds: sceneHolds(process, hyperv), process, hyperv, timings };
  } finally {
    await removeAll(deps, made);
  }
}

function program(info: HostInfo): string {
  return info.demo.command[0] ?? "";
}

function bothEnginesLive({ client, clock, log, signal }: SceneDeps): Promise<true> {
  log("Waiting for engines of both isolations");
  return watchUntil(
    client,
    "engines.watch",
    {},
    (engines) => {
      const able = (isolation: Isolation) =>
        engines.some((engine) => engine.state === "live" && engine.capabilities.launch[isolation].can);
      if (able("process") && able("hyperv")) return true;
      // An engine with no further attempt planned will not come by waiting.
      const hopeless = engines.find(
        (engine) => engine.state === "failed" && engine.retryAt === null && engine.error,
      );
      if (hopeless?.error) throw new IsoscopeFailure(hopeless.error);
      return undefined;
    },
    { what: "waiting for both engines", ms: READY_MS, clock, signal },
  );
}

async function launchDemo(
  deps: SceneDeps,
  info: HostInfo,
  isolation: Isolation,
  made: string[],
): Promise<string> {
  deps.log(`Launching ${info.demo.command.join(" ")} under ${info.words[isolation]}`);
  const { client, clock, signal } = deps;
  const { job } = await client.call("containers.launch", {
    image: deps.image ?? info.demo.image,
    command: [...info.demo.command],
    isolation,
  });
  const key = await finishLaunch(client, job, {
    what: `launching under ${info.words[isolation]}`,
    ms: LAUNCH_MS,
    clock,
    signal,
  });
  made.push(key);
  return key;
}

function seeProcess(
  { client, clock, signal }: SceneDeps,
  key: string,
  name: string,
): Promise<ProcessEvidence> {
  return watchUntil(
    client,
    "scope.watch",
    { key },
    ([scope]) => (scope ? processEvidence(scope, name) : undefined),
    { what: `seeing ${name} on both sides`, ms: SEEN_MS, clock, signal },
  );
}

/** The host's table is read after the guest has shown the command: rows of before could not disprove anything. */
async function seeVm(
  { client, clock, signal }: SceneDeps,
  key: string,
  name: string,
): Promise<HypervEvidence> {
  const wait = { what: `seeing ${name} inside the VM`, ms: SEEN_MS, clock, signal };
  const scope = await watchUntil(
    client,
    "scope.watch",
    { key },
    ([seen]) => (seen && hypervEvidence(seen, name, seen.related) ? seen : undefined),
    wait,
  );
  return watchUntil(client, "processes.watch", {}, (rows) => hypervEvidence(scope, name, rows), wait);
}

/** Removes what the scene made; a second call has nothing left to do. */
async function removeAll({ client, log }: SceneDeps, made: string[]): Promise<void> {
  for (const key of made.splice(0)) {
    log(`Removing ${key}`);
    await client.call("containers.control", { key, action: "remove" });
  }
}

function stopwatch(clock: Clock): () => number {
  let last = clock.now();
  return () => {
    const now = clock.now();
    const passed = now - last;
    last = now;
    return passed;
  };
}
