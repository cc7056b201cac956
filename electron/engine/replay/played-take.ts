import type { HostProcess } from "../../contract/process.ts";
import type { RecordedContainer } from "../../contract/recording.ts";
import { playableActions } from "./playable.ts";
import { notInARecording } from "./refusals.ts";
import type { Take } from "./take-match.ts";
import type { Timeline } from "./timeline.ts";
import type { Witness } from "./world.ts";

/** What a recorded launch shows while it is played by hand. */
export interface PlayedTake {
  readonly state: "running" | "ended" | "removed";
  /** Null once removed. */
  readonly container: RecordedContainer | null;
  readonly processes: readonly (readonly [string, HostProcess])[];
  readonly witness: Witness | undefined;
  /** The moment of the recording it shows, ms. */
  readonly atMs: number;
}

/** As it was once all of it was there; null when the recording has no such container then. */
export function running(take: Take, timeline: Timeline, name: string | null): PlayedTake | null {
  const world = timeline.at(take.shownMs);
  const recorded = world.engine(take.engine)?.containers.get(take.id);
  if (!recorded) return null;
  const processes = take.processes.flatMap((key) => {
    const row = world.processes.get(key);
    return row ? [[key, row] as const] : [];
  });
  return {
    state: "running",
    container: { ...recorded, name: name ?? recorded.name, actions: playableActions(recorded.actions, true) },
    processes,
    witness: world.witness(take.engine, take.id),
    atMs: take.shownMs,
  };
}

/** As it was when it had ended, or where that was not recorded, as it was without its processes. */
export function ended(take: Take, timeline: Timeline, before: RecordedContainer): PlayedTake {
  const recorded =
    take.endedMs === null
      ? undefined
      : timeline.at(take.endedMs).engine(take.engine)?.containers.get(take.id);
  const gone = { mainPid: null, guestPid: null, worker: null, utilityVm: null, hostProcesses: [] };
  const { exitCode, finishedAt } = recorded ?? before;
  return {
    state: "ended",
    container: {
      ...before,
      ...gone,
      state: "exited",
      ...{ exitCode, finishedAt },
      actions: { ...before.actions, stop: notInARecording, kill: notInARecording },
    },
    processes: [],
    witness: undefined,
    atMs: take.endedMs ?? take.shownMs,
  };
}

export const removed = (take: Take): PlayedTake => ({
  ...{ state: "removed", container: null, processes: [], witness: undefined },
  atMs: take.shownMs,
});
