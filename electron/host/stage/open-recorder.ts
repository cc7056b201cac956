import type { Unsubscribe } from "../../contract/live-source.ts";
import { Recorder, type RecorderDeps } from "../../fleet/recorder/recorder.ts";
import { sweepSpools } from "../../fleet/recorder/spool.ts";
import type { Sessions } from "./sessions.ts";
import type { Stage } from "./stage.ts";

/** The recorder of this host. Begins with removing what recordings of runs that ended badly have left. */
export function openRecorder(
  deps: Omit<RecorderDeps, "onState">,
  { stage, sessions }: { readonly stage: Stage; readonly sessions: Sessions },
): Recorder {
  void sweepSpools(deps.folder, isOfARunThatLives);
  let looking: Unsubscribe | null = null;
  return new Recorder({
    ...deps,
    onState: (state) => {
      // Engines tell all they can only while somebody looks; a recording does.
      if (state?.state === "recording") looking ??= stage.attend();
      else {
        looking?.();
        looking = null;
      }
      sessions.tellRecording(state);
    },
  });
}

/** The name begins with the number of the process that makes the recording. */
function isOfARunThatLives(name: string): boolean {
  try {
    return process.kill(Number.parseInt(name, 10), 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
