import type { Capabilities, Capability, EngineStatus } from "../../contract/engine.ts";
import type { RecordedContainer } from "../../contract/recording.ts";
import { notInARecording } from "./refusals.ts";

const NO_OUTPUT: Capability = {
  can: false,
  reason: "This recording was made without what containers print.",
};

/** What can still be done with an engine in a recording: launches stay as they were, since takes may answer them. */
export function playableCapabilities(told: Capabilities, output: boolean): Capabilities {
  const no = notInARecording;
  return {
    ...told,
    ...{ interactive: no, attach: no, exec: no },
    ...{ importImage: no, loadImages: no, exportImage: no, removeImage: no },
    logs: output ? told.logs : NO_OUTPUT,
    actions: { ...told.actions, start: no, restart: no, pause: no, unpause: no },
  };
}

/** An engine as the screens shall see it; `retryAt` is of another time. */
export const playableStatus = (status: EngineStatus, output: boolean): EngineStatus => ({
  ...status,
  retryAt: null,
  managed: false,
  notes: [...status.notes, "From a recording"],
  capabilities: playableCapabilities(status.capabilities, output),
});

/** What can be done with a container: one that a take holds can be ended and removed, any other just looked at. */
export function playableActions(
  told: RecordedContainer["actions"],
  isTake: boolean,
): RecordedContainer["actions"] {
  const no = notInARecording;
  const held = isTake
    ? { stop: told.stop, kill: told.kill, remove: told.remove }
    : { stop: no, kill: no, remove: no };
  return { start: no, restart: no, pause: no, unpause: no, ...held };
}
