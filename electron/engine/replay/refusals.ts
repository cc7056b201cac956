import type { Capability } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";

export const IN_A_RECORDING = "This is a recording: it shows what was, and nothing can be changed in it.";

export const notInARecording: Capability = { can: false, reason: IN_A_RECORDING };

export const cannot = (capability: string, reason = IN_A_RECORDING): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "unsupported",
    capability,
    reason,
    fix: "Go back to this host to do it for real.",
  });

/** What the recording has not read. */
export const notRecorded = (what: string): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "unsupported",
    capability: what,
    reason: `The recording holds nothing of it at this moment: ${what} was not read.`,
  });
