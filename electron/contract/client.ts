import { INITIAL_CREDIT } from "./credit.ts";
import type { CallName, Contract, Down, Item, LiveName, Reply, Sent, StreamName, Up } from "./define.ts";
import type { IsoscopeError } from "./errors.ts";
import { IsoscopeFailure } from "./failure.ts";
import type { ServerFrame } from "./frames.ts";
import type { ClientLink } from "./link.ts";
import type { LiveChange, LiveSnapshot, Unsubscribe } from "./live-source.ts";

export interface LiveListener<T> {
  snapshot(snapshot: LiveSnapshot<T>): void;
  change(change: LiveChange<T>): void;
  /** The server ended it with a reason, or the connection went (`disconnected`; it is reopened by itself). */
  error(error: IsoscopeError): void;
}

export interface StreamListener<D> {
  /** When it returns a promise, the chunk counts as unread until that resolves: so a reader holds the writer up. */
  chunk(chunk: D): unknown;
  end(error: IsoscopeError | null): void;
}

export interface StreamHandle<U> {
  send(message: U): void;
  close(): void;
}

interface Pending {
  frame(frame: ServerFrame): void;
  disconnected(): void;
  reconnected?(): void;
}

const DISCONNECTED: IsoscopeError = { code: "disconnected", reason: "The connection to Isoscope was lost." };

/**
 * The client's half of the contract, over any {@link ClientLink}. Knows no names: types come from the contract,
 * validation is the server's. Subscriptions survive a reconnect; calls and streams under way end as `disconnected`.
 */
export class Client<C extends Contract> {
  readonly #link: ClientLink;
  readonly #pending = new Map<number, Pending>();
  readonly #stop: Unsubscribe[];
  #nextId = 1;

  constructor(link: ClientLink) {
    this.#link = link;
    this.#stop = [
      link.onFrame((frame) => {
        if (frame.t !== "malformed") this.#pending.get(frame.id)?.frame(frame);
      }),
      link.onConnection((connected) => {
        for (const pending of [...this.#pending.values()]) {
          if (connected) pending.reconnected?.();
          else pending.disconnected();
        }
      }),
    ];
  }

  /** Rejects with an `IsoscopeFailure`, never with anything else. */
  call<K extends CallName<C>>(
    name: K,
    input: Sent<C, K>,
    options: { signal?: AbortSignal } = {},
  ): Promise<Reply<C, K>> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const { signal } = options;
      const settle = (act: () => void) => {
        this.#pending.delete(id);
        signal?.removeEventListener("abort", cancel);
        act();
      };
      const fail = (error: IsoscopeError) => settle(() => reject(new IsoscopeFailure(error)));
      const cancel = () => {
        this.#link.send({ t: "cancel", id });
        fail({ code: "cancelled", op: name });
      };
      if (signal?.aborted) return fail({ code: "cancelled", op: name });
      if (!this.#link.connected) return fail(DISCONNECTED);
      signal?.addEventListener("abort", cancel, { once: true });
      this.#pending.set(id, {
        frame: (frame) => {
          if (frame.t === "value") settle(() => resolve(frame.value as Reply<C, K>));
          else if (frame.t === "error") fail(frame.error);
        },
        disconnected: () => fail(DISCONNECTED),
      });
      this.#link.send({ t: "call", id, name, input });
    });
  }

  /** Watches a collection. A gap in the numbering, or a reconnect, leads to a new snapshot. */
  live<K extends LiveName<C>>(name: K, input: Sent<C, K>, listener: LiveListener<Item<C, K>>): Unsubscribe {
    let id = 0;
    let rev: number | null = null;
    const open = () => {
      this.#pending.delete(id);
      id = this.#nextId++;
      rev = null;
      this.#pending.set(id, { frame, disconnected: () => listener.error(DISCONNECTED), reconnected: open });
      if (this.#link.connected) this.#link.send({ t: "open", id, name, input });
    };
    const frame = (received: ServerFrame) => {
      if (received.t === "snapshot") {
        rev = received.rev;
        listener.snapshot(received as unknown as LiveSnapshot<Item<C, K>>);
      } else if (received.t === "change") {
        if (received.from !== rev) {
          this.#link.send({ t: "close", id });
          open();
          return;
        }
        rev = received.rev;
        listener.change(received as unknown as LiveChange<Item<C, K>>);
      } else if (received.t === "error") {
        this.#pending.delete(id);
        listener.error(received.error);
      }
    };
    open();
    return () => {
      if (this.#pending.delete(id) && this.#link.connected) this.#link.send({ t: "close", id });
    };
  }

  /** Opens a stream; credit is given back as the listener has read chunks. */
  stream<K extends StreamName<C>>(
    name: K,
    input: Sent<C, K>,
    listener: StreamListener<Down<C, K>>,
  ): StreamHandle<Up<C, K>> {
    const id = this.#nextId++;
    let taken = 0;
    const giveCredit = () => {
      taken += 1;
      if (taken < INITIAL_CREDIT / 2 || !this.#pending.has(id)) return;
      this.#link.send({ t: "credit", id, n: taken });
      taken = 0;
    };
    const end = (error: IsoscopeError | null) => {
      if (this.#pending.delete(id)) listener.end(error);
    };
    this.#pending.set(id, {
      frame: (frame) => {
        if (frame.t === "down") {
          const read = listener.chunk(frame.chunk as Down<C, K>);
          if (read instanceof Promise) void read.then(giveCredit);
          else giveCredit();
        } else if (frame.t === "end" || frame.t === "error") end(frame.error);
      },
      disconnected: () => end(DISCONNECTED),
    });
    if (this.#link.connected) this.#link.send({ t: "open", id, name, input });
    else queueMicrotask(() => end(DISCONNECTED));
    return {
      send: (message) => this.#link.send({ t: "up", id, message }),
      close: () => {
        if (this.#pending.delete(id)) this.#link.send({ t: "close", id });
      },
    };
  }

  /** Stops listening and closes the link. What is pending ends as `disconnected`. */
  close(): void {
    for (const stop of this.#stop.splice(0)) stop();
    for (const pending of [...this.#pending.values()]) pending.disconnected();
    this.#pending.clear();
    this.#link.close();
  }
}
