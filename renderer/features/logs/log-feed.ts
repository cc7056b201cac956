import type { StreamListener } from "../../../electron/contract/client.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { LogBatch } from "../../../electron/contract/logs.ts";
import { Listeners } from "../../engine/listeners.ts";
import type { NextFrame } from "../../engine/page-frames.ts";
import type { RendererLink } from "../../engine/renderer-link.ts";
import { LogStore } from "./log-store.ts";

/** `waiting` for the connection; `failed` until a person asks again. */
export type FeedState =
  | { readonly kind: "reading" | "waiting" | "ended" }
  | { readonly kind: "failed"; readonly error: IsoscopeError };

export interface FeedDeps {
  /** Opens the log at its last `tail` lines, following. */
  readonly open: (tail: number, listener: StreamListener<LogBatch>) => { close(): void };
  readonly link: Pick<RendererLink, "onConnection">;
  readonly nextFrame: NextFrame;
  /** ms, from any start. */
  readonly now: () => number;
}

interface Arrived {
  readonly batch: LogBatch;
  readonly read: () => void;
}

/** How long a frame may be spent on taking lines in, ms. */
const FRAME_BUDGET_MS = 8;

/**
 * Reads one container's log into a store, as much per frame as goes without holding the page up. What has not been taken
 * in is not acknowledged, so a hidden page, which has no frames, stops the flow at its source and goes on without a gap
 * when it is shown again. After a lost connection the log is read anew.
 */
export class LogFeed {
  readonly store = new LogStore();
  readonly #deps: FeedDeps;
  readonly #listeners = new Listeners<void>();
  readonly #unlink: () => void;
  #tail: number;
  #state: FeedState = { kind: "reading" };
  #version = 0;
  #received = false;
  #handle: { close(): void } | null = null;
  #arrived: Arrived[] = [];
  #over: IsoscopeError | null | undefined;
  #cancelFrame: (() => void) | null = null;
  #stale = false;

  /** @param tail how many of the last lines to begin with. */
  constructor(tail: number, deps: FeedDeps) {
    this.#tail = tail;
    this.#deps = deps;
    this.#unlink = deps.link.onConnection((connected) => {
      if (connected && this.#state.kind === "waiting") this.reload();
    });
    this.#open();
  }

  get state(): FeedState {
    return this.#state;
  }

  get tail(): number {
    return this.#tail;
  }

  /** Changes with everything that can be seen. */
  get version(): number {
    return this.#version;
  }

  /** Whether anything has come yet. */
  get received(): boolean {
    return this.#received;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Reads the log anew. What is there stays until the new text comes. */
  reload(tail = this.#tail): void {
    this.#tail = tail;
    this.#release();
    this.#stale = true;
    this.#become({ kind: "reading" });
    this.#open();
  }

  close(): void {
    this.#unlink();
    this.#release();
  }

  #open(): void {
    this.#over = undefined;
    this.#handle = this.#deps.open(this.#tail, {
      chunk: (batch) =>
        new Promise<void>((read) => {
          this.#arrived.push({ batch, read });
          this.#wantFrame();
        }),
      end: (error) => {
        this.#over = error;
        this.#wantFrame();
      },
    });
  }

  #release(): void {
    this.#handle?.close();
    this.#handle = null;
    this.#cancelFrame?.();
    this.#cancelFrame = null;
    this.#arrived = [];
  }

  #wantFrame(): void {
    this.#cancelFrame ??= this.#deps.nextFrame(() => this.#takeIn());
  }

  #takeIn(): void {
    this.#cancelFrame = null;
    const until = this.#deps.now() + FRAME_BUDGET_MS;
    let taken = 0;
    for (const { batch, read } of this.#arrived) {
      this.#append(batch);
      read();
      taken += 1;
      if (this.#deps.now() >= until) break;
    }
    this.#arrived = this.#arrived.slice(taken);
    if (this.#arrived.length > 0) this.#wantFrame();
    else if (this.#over !== undefined) this.#finish(this.#over);
    this.#changed();
  }

  #append(batch: LogBatch): void {
    if (this.#stale) this.store.clear();
    this.#stale = false;
    this.#received = true;
    this.store.append(batch);
  }

  #finish(error: IsoscopeError | null): void {
    this.#handle = null;
    this.#over = undefined;
    if (error === null) {
      if (this.#stale) this.store.clear();
      this.#received = true;
      this.#become({ kind: "ended" });
    } else if (error.code === "disconnected") this.#become({ kind: "waiting" });
    else this.#become({ kind: "failed", error });
  }

  #become(state: FeedState): void {
    this.#state = state;
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    this.#listeners.tell();
  }
}
