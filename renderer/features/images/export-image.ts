import type { Client } from "../../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import { IsoscopeFailure } from "../../../electron/contract/failure.ts";
import { fromBase64 } from "../../ui/base64.ts";
import type { FileSink } from "../../ui/file-sink.ts";

/** A file name made of a reference: `team/name:1` is `team-name-1.tar`. */
export const exportName = (ref: string): string => `${ref.replace(/[^A-Za-z0-9._-]+/g, "-")}.tar`;

export interface Exported {
  /** Bytes written. */
  readonly size: number;
}

/**
 * Writes an image's archive into a sink, at the sink's pace. Rejects with an `IsoscopeFailure`; the sink is then aborted.
 * @param onJob is told the job, by which the export is cancelled.
 */
export async function exportImage(
  client: Client<IsoscopeContract>,
  key: string,
  sink: FileSink,
  onJob: (job: string) => void,
): Promise<Exported> {
  try {
    const size = await receive(client, key, sink, onJob);
    await sink.close();
    return { size };
  } catch (thrown) {
    await sink.abort().catch(() => {});
    throw thrown instanceof IsoscopeFailure ? thrown : notWritten(thrown);
  }
}

function receive(
  client: Client<IsoscopeContract>,
  key: string,
  sink: FileSink,
  onJob: (job: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    let written: Promise<void> = Promise.resolve();
    const stream = client.stream(
      "images.export",
      { key },
      {
        chunk: (chunk) => {
          if (chunk.kind === "job") return onJob(chunk.job);
          const bytes = fromBase64(chunk.base64);
          size += bytes.length;
          written = written.then(() => sink.write(bytes));
          return written.catch((thrown: unknown) => {
            stream.close();
            reject(thrown);
          });
        },
        end: (error) => {
          if (error) reject(new IsoscopeFailure(error));
          else written.then(() => resolve(size), reject);
        },
      },
    );
  });
}

const notWritten = (thrown: unknown): IsoscopeFailure =>
  new IsoscopeFailure({
    code: "denied",
    reason: "The file could not be written",
    fix: "Choose another place with enough room, and export again.",
    detail: String(thrown),
  });
