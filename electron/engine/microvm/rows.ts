import type { ContainerState, Port } from "../../contract/container.ts";
import type { Action, Capability } from "../../contract/engine.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import type { ProcessIdentity } from "../../contract/process.ts";
import type { EngineContainer, FileServerProcess } from "../engine.ts";
import { QEMU } from "./qemu-args.ts";

/** What this engine knows of one container; everything else about its row follows from it. */
export interface Facts {
  readonly id: string;
  readonly name: string;
  readonly image: { readonly ref: string; readonly id: string };
  readonly command: readonly string[];
  readonly interactive: boolean;
  readonly state: ContainerState;
  readonly exitCode: number | null;
  readonly failure: IsoscopeError | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly worker: ProcessIdentity | null;
  /** Those of the present life, the children that serve among them. */
  readonly fileServers: readonly FileServerProcess[];
  readonly bootId: string | null;
  /** Those of the present life: a free port may be another one the next time. */
  readonly ports: readonly Port[];
}

const YES: Capability = { can: true };
const ALLOWED: Readonly<Record<Action, readonly ContainerState[]>> = {
  start: ["exited", "failed"],
  stop: ["running", "paused"],
  kill: ["running", "paused", "stopping"],
  restart: ["running", "paused", "exited", "failed"],
  pause: ["running"],
  unpause: ["paused"],
  remove: ["starting", "running", "paused", "stopping", "exited", "failed"],
};

const allowed = (action: Action, state: ContainerState): Capability =>
  ALLOWED[action].includes(state) ? YES : { can: false, reason: `The container is ${state}` };

/** What can be done with a container in this state. */
export const actionsIn = (state: ContainerState): Readonly<Record<Action, Capability>> => ({
  start: allowed("start", state),
  stop: allowed("stop", state),
  kill: allowed("kill", state),
  restart: allowed("restart", state),
  pause: allowed("pause", state),
  unpause: allowed("unpause", state),
  remove: allowed("remove", state),
});

function evidence({ worker, bootId }: Facts): string {
  const kernel = bootId ? `own kernel, boot ${bootId}` : "a kernel of its own";
  return worker ? `${kernel}, in ${QEMU} with PID ${worker.pid}` : `${kernel}, when it runs`;
}

/** The row the fleet sees. */
export function toRow(facts: Facts): EngineContainer {
  const { id, name, image, interactive, state, exitCode, failure, createdAt, startedAt, finishedAt } = facts;
  const fixed = { isolation: "hyperv", owner: "isoscope", mainPid: null } as const;
  return {
    ...{ ...fixed, id, name, interactive, state, exitCode, failure, createdAt, startedAt, finishedAt },
    image: { ...image, osVersion: null },
    ports: [...facts.ports],
    command: facts.command.join(" "),
    isolationEvidence: evidence(facts),
    tty: interactive,
    worker: facts.worker ? { ...facts.worker, name: QEMU } : null,
    fileServers: facts.fileServers,
    actions: actionsIn(state),
  };
}
