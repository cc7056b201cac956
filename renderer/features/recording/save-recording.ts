import type { Client } from "../../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import { IsoscopeFailure } from "../../../electron/contract/failure.ts";
import { fromBase64 } from "../../ui/base64.ts";
import type { FileSink } from "../../ui/file-sink.ts";

/** A file's name from a title: nothing that a file system refuses. */
export const recordingName = (title: string): string =>
  `${title.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^-+|-+$/g, "") || "recording"}.isoscope`;

/** Writes the recording that is ready into a sink, at the sink's pace. When it rejects, the sink is aborted. */
export async function saveRecording(client: Client<IsoscopeContract>, sink: FileSink): Promise<void> {
  try {
    await receive(client, sink);
    await sink.close();
  } catch (thrown) {
    await sink.abort().catch(() => {});
    throw thrown;
  }
}

function receive(client: Client<IsoscopeContract>, sink: FileSink): Promise<void> {
  return new Promise((resolve, reject) => {
    let written: Promise<void> = Promise.resolve();
    const stream = client.stream(
      "recording.save",
      {},
      {
        chunk: (chunk) => {
          if (chunk.kind !== "bytes") return;
          written = written.then(() => sink.write(fromBase64(chunk.base64)));
          return written.catch((thrown: unknown) => {
            stream.close();
            reject(thrown);
          });
        },
        end: (error) => {
          if (error) reject(new IsoscopeFailure(error));
          else written.then(resolve, reject);
        },
      },
    );
  });
}
