import type { DevTools } from "../devtools/connection.ts";

/** Which documents of the top frame have loaded, told by the protocol's loader ids. */
export class Loads {
  readonly #done = new Set<string>();
  readonly #waiting = new Map<string, () => void>();

  constructor(devTools: DevTools, top: string) {
    devTools.on("Page.lifecycleEvent", ({ frameId, loaderId, name }) => {
      if (frameId !== top || name !== "load") return;
      this.#done.add(loaderId);
      this.#waiting.get(loaderId)?.();
      this.#waiting.delete(loaderId);
    });
  }

  /** Resolves once the document of this loader has loaded. */
  loaded(loaderId: string): Promise<void> {
    if (this.#done.has(loaderId)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(loaderId, resolve));
  }
}
