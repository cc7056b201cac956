import seed from "../../../assets/recordings/seed.json" with { type: "json" };
import { sealedLines } from "../../fleet/recorder/seal-lines.ts";

/** The recording that is shipped with the app. */
export async function* builtInRecording(): AsyncGenerator<Uint8Array, void, undefined> {
  for (const line of sealedLines(seed.header, seed.events)) yield Buffer.from(line);
}
