import type { ContainerState } from "../../contract/container.ts";
import type { Action, Capability, Isolation } from "../../contract/engine.ts";
import { windowsCapability } from "../../model/isolation-limits.ts";

type Actions = Readonly<Record<Action, Capability>>;

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

/** HCS has no such call, and a system that has ended cannot be started again. */
export const NO_RESTART = no("A compute system cannot be started a second time: launch it again.");

const ALLOWED: Readonly<Record<Action, readonly ContainerState[]>> = {
  stop: ["running", "paused"],
  kill: ["created", "running", "paused", "stopping", "unknown"],
  start: [],
  restart: [],
  pause: ["running"],
  unpause: ["paused"],
  remove: ["running", "paused", "stopping", "exited", "failed", "unknown"],
};

/** Who looks after a system that this app did not make. */
const KEEPERS: Readonly<Record<string, string>> = {
  docker: "Docker made it and keeps its state: use the Docker engine.",
  wsl: "It is the VM of the Windows Subsystem for Linux: wsl --shutdown ends it.",
  sandbox: "It is Windows Sandbox: close its window to end it.",
};

/** Of a container this app made. */
export const ownActions = (state: ContainerState, isolation: Isolation): Actions =>
  actions(state, isolation, (action) => inState(action, state));

/** Of a system that somebody else made; each `no` says why. */
export function foreignActions(state: ContainerState, owner: string, isolation: Isolation | null): Actions {
  const keeper = KEEPERS[owner];
  if (keeper !== undefined) return actions(state, isolation, () => no(keeper));
  return actions(state, isolation, (action) =>
    action === "remove"
      ? no(`${owner} made it: only its maker can remove what belongs to it.`)
      : inState(action, state),
  );
}

function actions(
  state: ContainerState,
  isolation: Isolation | null,
  allowed: (action: Action) => Capability,
): Actions {
  const pausable = windowsCapability("pause", isolation);
  const pausing = (action: Action) => (pausable.can ? allowed(action) : pausable);
  return {
    start: NO_RESTART,
    stop: allowed("stop"),
    kill: allowed("kill"),
    restart: NO_RESTART,
    pause: pausing("pause"),
    unpause: state === "paused" ? allowed("unpause") : pausing("unpause"),
    remove: allowed("remove"),
  };
}

const inState = (action: Action, state: ContainerState): Capability =>
  ALLOWED[action].includes(state) ? YES : no(`The container is ${state}.`);
