import { finished, foldProgress, NO_TRANSFER, transferOf } from "../../model/transfer.ts";
import type { ReadableTar, WorkContext } from "../engine.ts";
import type { ProgressLine } from "./parse.ts";

/** Bytes between two reports of what is sent: each goes to every watcher. */
const STEP = 1024 * 1024;

/** Tells how far an archive is that is sent to the daemon and unpacked there. */
export class TransferReport {
  readonly #progress: WorkContext["progress"];
  readonly #total: number | null;
  #sent = 0;
  #told = 0;
  #fold = NO_TRANSFER;

  constructor(sizeBytes: number | null, progress: WorkContext["progress"]) {
    this.#total = sizeBytes;
    this.#progress = progress;
  }

  /** The same bytes, counted as they are taken. */
  async *counted(tar: ReadableTar): ReadableTar {
    for await (const bytes of tar) {
      yield bytes;
      this.#sent += bytes.length;
      if (this.#sent - this.#told >= STEP) this.#tell("Sending to the engine");
    }
    this.#tell("Unpacking");
  }

  line({ id, status, progressDetail }: ProgressLine): void {
    const fold = foldProgress(this.#fold, { id, status, ...progressDetail });
    if (fold === this.#fold) return;
    this.#fold = fold;
    this.#tell("Unpacking");
  }

  done(): void {
    this.#fold = finished(this.#fold);
    this.#tell("Done");
  }

  #tell(phase: string): void {
    this.#told = this.#sent;
    const total = this.#total === null ? null : Math.max(this.#total, this.#sent);
    const arrived = { current: this.#sent, total };
    this.#progress({ phase, ...arrived, unit: "bytes", transfer: transferOf(this.#fold, arrived) });
  }
}
