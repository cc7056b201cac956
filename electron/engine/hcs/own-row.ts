import type { ContainerState } from "../../contract/container.ts";
import type { Isolation } from "../../contract/engine.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import type { ProcessIdentity } from "../../contract/process.ts";
import type { EngineContainer } from "../engine.ts";
import { ownActions } from "./actions.ts";
import { OWNER } from "./documents/layer.ts";

/** What is known of a container this app made; everything else about its row follows from it. */
export interface OwnFacts {
  readonly id: string;
  readonly name: string;
  readonly image: { readonly ref: string; readonly osVersion: string | null };
  readonly command: string;
  readonly isolation: Isolation;
  readonly interactive: boolean;
  readonly state: ContainerState;
  readonly exitCode: number | null;
  readonly failure: IsoscopeError | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** PID of the command where it is the host's too. */
  readonly mainPid: number | null;
  /** GUID of its utility VM. */
  readonly vm: string | null;
  readonly hostProcesses: readonly ProcessIdentity[];
}

export function ownRow({ vm, hostProcesses, image, ...facts }: OwnFacts): EngineContainer {
  const { isolation, state, startedAt } = facts;
  return {
    ...facts,
    image: { ...image, id: null },
    isolationEvidence: evidence(isolation, vm),
    ...{ ports: [], owner: OWNER, tty: facts.interactive, worker: null },
    utilityVm: vm === null ? null : { runtimeId: vm, startedAt },
    ...(isolation === "process" ? { hostProcesses } : {}),
    actions: ownActions(state, isolation),
  };
}

function evidence(isolation: Isolation, vm: string | null): string {
  if (isolation === "process") return "Isoscope created it on the host's own kernel, without a utility VM.";
  const which = vm === null ? "" : ` ${vm}`;
  return `Isoscope created it in a utility VM${which} (HvPartition).`;
}
