import type { Container } from "../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { HostProcess, InsideProcess } from "../../../electron/contract/process.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { type Found, findProcess } from "../scope/find.ts";
import type { DemoCommand } from "./demo-command.ts";
import type { HalfState } from "./half-state.ts";
import type { Step } from "./steps.ts";
import type { Unable } from "./use-demo.ts";

/** What both sides show of the container that a step looks at. Nothing of it is remembered: it is the last sample. */
export interface Shown {
  readonly container: Container;
  readonly scope: Scope;
  readonly found: Found;
  /** The demo's process inside; null when it was not found there. */
  readonly inside: InsideProcess | null;
  /** The same process on the host, where a link says so. */
  readonly host: HostProcess | null;
  /** The row of the process that wraps the VM. */
  readonly worker: HostProcess | null;
}

/** All that a step's title, command and stage are made of. */
export interface Facts {
  readonly step: Step;
  readonly host: HostInfo;
  readonly words: Words;
  readonly what: DemoCommand;
  readonly program: string;
  readonly state: HalfState;
  /** The engine that runs this half, or would. */
  readonly engine: EngineStatus | undefined;
  /** Why no engine can run this half; null when one can. */
  readonly unable: Unable | null;
  /** Null while there is no container to look at, or its first sample has not come. */
  readonly shown: Shown | null;
}

export function readShown(
  program: string,
  container: Container,
  scope: Scope,
  processes: Iterable<HostProcess>,
): Shown {
  const found = findProcess(program, scope, processes);
  const pid = found.insidePid ?? scope.mainPid;
  const { result } = found;
  const hostPid = result.kind === "same" ? result.link.hostPid : null;
  return {
    container,
    scope,
    found,
    inside: scope.inside.find((row) => row.pid !== null && row.pid === pid) ?? null,
    host: scope.related.find((row) => row.pid === hostPid) ?? null,
    worker: scope.related.find((row) => row.pid === scope.worker?.pid) ?? null,
  };
}
