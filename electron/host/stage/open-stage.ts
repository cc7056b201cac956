import type { Clock, Engine } from "../../engine/engine.ts";
import type { Recorder } from "../../fleet/recorder/recorder.ts";
import type { InsideReader } from "../../fleet/scope-watch.ts";
import type { Act } from "./act.ts";
import { builtInRecording } from "./built-in.ts";
import { LiveAttention } from "./live-attention.ts";
import { openRecorder } from "./open-recorder.ts";
import { Sessions } from "./sessions.ts";
import { Stage } from "./stage.ts";

export interface StageDeps extends Pick<Act, "fleet" | "comparisons" | "costs" | "processes" | "info"> {
  readonly engines: readonly Engine[];
  readonly inside: InsideReader;
  readonly clock: Clock;
  readonly appVersion: string;
  /** Where recordings lie while they are made. */
  readonly folder: string;
}

/** What is shown, how recordings come there, and how they are made. */
export interface OpenStage {
  readonly stage: Stage;
  readonly sessions: Sessions;
  readonly recorder: Recorder;
  /** Ends a replay, and a recording that was not saved. */
  close(): Promise<void>;
}

/** Begins with this host on it. */
export function openStage({ appVersion, folder, ...deps }: StageDeps): OpenStage {
  const { engines, fleet, comparisons, costs, processes, info, clock } = deps;
  const attention = new LiveAttention(engines);
  const stage = new Stage({
    ...{ fleet, comparisons, costs, processes, info },
    attend: (given) => attention.set(given),
    close: async () => {},
  });
  const sessions = new Sessions({ stage, clock, appVersion, builtIn: builtInRecording });
  const recorder = openRecorder({ ...deps, folder }, { stage, sessions });
  return {
    ...{ stage, sessions, recorder },
    close: async () => {
      attention.close();
      await recorder.discard();
      await sessions.close();
    },
  };
}
