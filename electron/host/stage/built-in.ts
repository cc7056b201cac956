import { sealedLines } from "../../fleet/recorder/seal-lines.ts";
import { seedEvents } from "./seed/seed-events.ts";
import { seedHeader } from "./seed/seed-header.ts";

/** The recording that is shipped with the app: the scene of Microsoft's page, built from the figures it prints. */
export async function* builtInRecording(): AsyncGenerator<Uint8Array, void, undefined> {
  for (const line of sealedLines(seedHeader, seedEvents)) yield Buffer.from(line);
}
