import { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { CDPSession } from "@playwright/test";
import type { DevToolsEvents } from "./events.ts";
import { nulMessages } from "./nul-messages.ts";

/** One target's end of the protocol. Commands reject when the browser refuses them or has gone. */
export interface DevTools {
  readonly send: CDPSession["send"];
  on<Name extends keyof DevToolsEvents>(name: Name, listener: (event: DevToolsEvents[Name]) => void): void;
}

interface Waiting {
  readonly resolve: (result: ReturnType<typeof JSON.parse>) => void;
  readonly reject: (error: Error) => void;
  readonly method: string;
}

/** The browser's pipe, with a session for itself and one for each target attached to. */
export class Connection {
  readonly browser: DevTools;
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new Map<string | undefined, EventEmitter>();
  #last = 0;

  constructor(out: Writable, incoming: Readable) {
    this.#out = out;
    this.browser = this.session(undefined);
    incoming.on(
      "data",
      nulMessages((text) => this.#receive(text)),
    );
    incoming.on("close", () => this.#end());
    // A browser that has gone is told by the other end of the pipe.
    out.on("error", () => {});
  }

  /** A session by the id that attaching gave; without one, the browser's own. */
  session(sessionId: string | undefined): DevTools {
    const events = this.#events.get(sessionId) ?? new EventEmitter();
    this.#events.set(sessionId, events);
    return {
      send: (method, params) =>
        new Promise((resolve, reject) => {
          this.#last += 1;
          this.#waiting.set(this.#last, { resolve, reject, method });
          this.#out.write(`${JSON.stringify({ id: this.#last, method, params, sessionId })}\0`);
        }),
      on: (name, listener) => void events.on(name, listener),
    };
  }

  #receive(text: string): void {
    const { id, result, error, method, params, sessionId } = JSON.parse(text);
    if (id === undefined) {
      this.#events.get(sessionId)?.emit(method, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #end(): void {
    for (const { reject, method } of this.#waiting.values())
      reject(new Error(`${method}: the browser has gone`));
    this.#waiting.clear();
  }
}
