import { EventEmitter } from "node:events";
import type { ContentsSurface } from "../../../electron/host/electron/surface.ts";
import { encode } from "../clone/encode.ts";
import type { PageTarget } from "./page-target.ts";

type OpenHandler = Parameters<ContentsSurface["setWindowOpenHandler"]>[0];

/** A window's `webContents`. Its page comes a moment later, as a process of its own. */
export class Contents extends EventEmitter implements ContentsSurface {
  readonly id: number;
  #page: PageTarget | null = null;
  #destroyed = false;
  #openHandler: OpenHandler = () => ({ action: "deny" });

  constructor(id: number) {
    super();
    this.id = id;
  }

  set page(page: PageTarget) {
    this.#page = page;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Throws `DataCloneError` for what structured clone refuses. */
  send(channel: string, ...args: readonly unknown[]): void {
    const text = JSON.stringify({ channel, args: encode(args) });
    this.#page?.deliver(text);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** The page wants a further window; whatever the handler says, there is none. */
  asksToOpen(url: string): void {
    this.#openHandler({ url });
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.#page ? this.#page.evaluate(code) : Promise.reject(new Error("no page"));
  }

  forcefullyCrashRenderer(): void {
    this.#page?.crash();
  }

  /** Tells listeners once that it has gone. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit("destroyed");
  }
}
