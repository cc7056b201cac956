import { replayStrings } from "../../strings/replay.ts";
import type { FindResult } from "./find.ts";

/**
 * What is known of a find in a session made of published figures, in the place of evidence that compares what we have set:
 * start times and the VM's id are not published. Null where nothing of that kind is compared.
 */
export function publishedEvidence(result: FindResult): string | null {
  switch (result.kind) {
    case "same":
      return replayStrings.publishedSame;
    case "hidden":
      return replayStrings.publishedWorker;
    default:
      return null;
  }
}
