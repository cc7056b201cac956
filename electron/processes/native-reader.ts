import type { Addon, NativeReader, ProcessColumns } from "../../native/index.ts";
import { mergeColumns } from "./merge-columns.ts";
import type { ProcessDelta, ProcessReader, RawProcess } from "./process-reader.ts";
import { readerFailure } from "./reader-failure.ts";

/** The addon's reader: reads off the main thread and hands over only what changed. */
export class NativeProcessReader implements ProcessReader {
  readonly #native: NativeReader;
  readonly #rows = new Map<number, RawProcess>();

  constructor(addon: Addon, options: { readonly procRoot?: string; readonly maxHeldFiles?: number } = {}) {
    this.#native = new addon.ProcessReader(options);
  }

  snapshot(): Promise<ProcessDelta> {
    return this.#merge(() => this.#native.snapshot());
  }

  refresh(pids: readonly number[]): Promise<ProcessDelta> {
    return this.#merge(() => this.#native.refresh(Uint32Array.from(pids)));
  }

  release(): void {
    this.#native.release();
  }

  close(): void {
    this.#native.close();
  }

  async #merge(read: () => Promise<ProcessColumns>): Promise<ProcessDelta> {
    try {
      return mergeColumns(this.#rows, await read());
    } catch (thrown) {
      throw readerFailure(thrown);
    }
  }
}
