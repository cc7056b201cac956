import type { EngineContainer } from "../engine.ts";
import { foreignActions } from "./actions.ts";
import type { Properties } from "./documents/properties.ts";
import { isolationOf } from "./isolation.ts";
import type { Observation } from "./observation.ts";
import { ownerOf } from "./owner.ts";
import { stateOf } from "./state.ts";

/** The row of a system that this app did not make. HCS knows no image, no command and no ports. */
export function foreignRow(
  system: Properties,
  all: ReadonlyMap<string, Properties>,
  seen: Observation | undefined,
): EngineContainer {
  const { isolation, evidence, vm } = isolationOf(system, all);
  const [state, owner] = [stateOf(system), ownerOf(system)];
  const startedAt = seen?.startedAt ?? null;
  return {
    id: system.Id,
    name: nameOf(system),
    image: { ref: "", id: null, osVersion: null },
    command: "",
    isolation,
    isolationEvidence: evidence,
    state,
    exitCode: null,
    failure: null,
    createdAt: null,
    startedAt,
    finishedAt: null,
    ports: [],
    owner,
    tty: false,
    interactive: false,
    mainPid: null,
    worker: null,
    utilityVm: vm === null ? null : { runtimeId: vm, startedAt },
    ...(isolation === "hyperv" || !seen?.hostProcesses
      ? {}
      : { hostProcesses: seen.hostProcesses, hostProcessesBy: "HCS" }),
    actions: foreignActions(state, owner, isolation),
  };
}

/** containerd calls the VM of the container `id` `id@vm`; the container inside is not listed by itself. */
const nameOf = ({ Id, Name }: Properties): string =>
  Id.endsWith("@vm") ? Id.slice(0, -"@vm".length) : Name || Id;
