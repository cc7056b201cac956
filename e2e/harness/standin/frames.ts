import type { DevTools } from "../devtools/connection.ts";
import type { ExecutionContext, Frame } from "../devtools/events.ts";
import { WORLD } from "../page/page-message.ts";

/** Which frames a page has, and which of its worlds is the preload's. */
export class Frames {
  readonly #frames = new Map<string, Frame>();
  readonly #contexts = new Map<number, ExecutionContext>();
  readonly #top: string;

  /** `top` is the top frame's id. */
  constructor(devTools: DevTools, top: string) {
    this.#top = top;
    devTools.on("Page.frameNavigated", ({ frame }) => this.#frames.set(frame.id, frame));
    devTools.on("Page.navigatedWithinDocument", ({ frameId, url }) => {
      const frame = this.#frames.get(frameId);
      if (frame) this.#frames.set(frameId, { ...frame, url });
    });
    devTools.on("Runtime.executionContextCreated", ({ context }) => this.#contexts.set(context.id, context));
    devTools.on("Runtime.executionContextDestroyed", ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    );
    devTools.on("Runtime.executionContextsCleared", () => this.#contexts.clear());
    devTools.on("Inspector.targetCrashed", () => this.#contexts.clear());
  }

  /** The preload's world in the top frame; undefined while the page has none. */
  get preloadContext(): ExecutionContext | undefined {
    const worlds = [...this.#contexts.values()].filter(
      ({ name, auxData }) => name === WORLD && auxData?.frameId === this.#top,
    );
    return worlds.at(-1);
  }

  /** The frame whose world a message came from; undefined when it has gone. */
  frameOf(contextId: number): Frame | undefined {
    return this.#frames.get(this.#contexts.get(contextId)?.auxData?.frameId ?? "");
  }

  get topUrl(): string {
    return this.#frames.get(this.#top)?.url ?? "";
  }
}
