import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { RecordingChunk, RecordingState } from "../../contract/session.ts";

/** Small, since a reader may have many under way. */
const CHUNK_BYTES = 64 * 1024;

/** A recording that is ready: a file that is kept until it is discarded. */
export class Made {
  readonly #path: string;
  readonly state: RecordingState;

  constructor(path: string, state: RecordingState) {
    this.#path = path;
    this.state = state;
  }

  /** What it is called where it is saved. */
  get fileName(): string {
    const safe = this.state.title
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60);
    const day = new Date(this.state.startedAt).toISOString().slice(0, 10);
    return `${safe || "recording"}-${day}.isoscope`;
  }

  /** Its file, read only as fast as it is taken. */
  async *chunks(): AsyncGenerator<RecordingChunk, void, undefined> {
    yield { kind: "file", name: this.fileName, size: this.state.sizeBytes };
    for await (const part of createReadStream(this.#path, { highWaterMark: CHUNK_BYTES })) {
      if (part instanceof Buffer) yield { kind: "bytes", base64: part.toString("base64") };
    }
  }

  async discard(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}
