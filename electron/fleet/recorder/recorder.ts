import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { HostInfo } from "../../contract/contract.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { RecordingState, StartRecording } from "../../contract/session.ts";
import type { CourseDeps } from "./course.ts";
import { RECORDER_LIMITS, type RecorderLimits } from "./limits.ts";
import { Made } from "./made.ts";
import { Making } from "./making.ts";

type Start = z.output<typeof StartRecording>;

export interface RecorderDeps extends CourseDeps {
  readonly info: () => HostInfo | Promise<HostInfo>;
  /** Where a recording lies while it is made and until it is discarded. */
  readonly folder: string;
  readonly limits?: RecorderLimits;
  /** Told of every change; null when there is none any more. */
  readonly onState: (state: RecordingState | null) => void;
}

/** Makes recordings of this host, one at a time. */
export class Recorder {
  readonly #deps: RecorderDeps;
  #current: Making | Made | null = null;
  #starting = false;

  constructor(deps: RecorderDeps) {
    this.#deps = deps;
  }

  /** Resolves once it records. Rejects with `conflict` while there is one already. */
  async start({ title, output }: Start): Promise<void> {
    if (this.#current || this.#starting) throw this.#busy();
    this.#starting = true;
    try {
      const { limits = RECORDER_LIMITS, ...deps } = this.#deps;
      const name = `${process.pid}-${randomUUID()}`;
      const making = await Making.begin({
        ...{ ...deps, limits, name, title, output },
        onTold: () => this.#tell(),
        onFull: (why) => void this.#end(why).catch(() => {}),
      });
      this.#current = making;
    } finally {
      this.#starting = false;
    }
    this.#tell();
  }

  /** Resolves with what can be saved. Rejects with `conflict` when nothing is being recorded. */
  async stop(): Promise<RecordingState> {
    const made = await this.#end(null);
    return made.state;
  }

  /** The recording that is ready. Throws `conflict` when there is none. */
  get ready(): Made {
    if (this.#current instanceof Made) return this.#current;
    throw nothing("No recording is ready.", "Stop the recording first.");
  }

  /** Leaves nothing of it behind, whether it is being made or ready. Nothing happens when there is none. */
  async discard(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    await current?.discard();
    this.#tell();
  }

  async #end(why: string | null): Promise<Made> {
    const making = this.#current;
    if (!(making instanceof Making)) throw nothing("Nothing is being recorded.", "Start a recording first.");
    const made = await making.end(why);
    // It may have been discarded meanwhile.
    if (this.#current !== making) {
      await made.discard();
      throw nothing("The recording was discarded.", "Start another one.");
    }
    this.#current = made;
    this.#tell();
    return made;
  }

  #tell(): void {
    this.#deps.onState(this.#current?.state ?? null);
  }

  #busy(): IsoscopeFailure {
    const ready = this.#current instanceof Made;
    return new IsoscopeFailure({
      code: "conflict",
      message: ready ? "A recording is ready and has not been discarded." : "A recording is being made.",
      fix: ready ? "Save or discard it, then start another." : "Stop it, then start another.",
    });
  }
}

const nothing = (message: string, fix: string) => new IsoscopeFailure({ code: "conflict", message, fix });
