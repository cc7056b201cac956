import type { IsoscopeContract } from "../../contract/contract.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Handlers } from "../../contract/handlers.ts";
import type { Recorder } from "../../fleet/recorder/recorder.ts";
import type { Sessions } from "./sessions.ts";

type RecordingCalls = Pick<
  Handlers<IsoscopeContract>,
  "recording.start" | "recording.stop" | "recording.save" | "recording.discard"
>;

export function recordingHandlers(recorder: Recorder, sessions: Sessions): RecordingCalls {
  return {
    "recording.start": async (wanted) => {
      if (sessions.replaying) throw notOfARecording();
      await recorder.start(wanted);
      return {};
    },
    "recording.stop": () => recorder.stop(),
    "recording.save": async () => ({ output: recorder.ready.chunks(), send: () => {} }),
    "recording.discard": async () => {
      await recorder.discard();
      return {};
    },
  };
}

const notOfARecording = () =>
  new IsoscopeFailure({
    code: "conflict",
    message: "A recording is shown: what is recorded is this host.",
    fix: "Go back to this host, then start recording.",
  });
