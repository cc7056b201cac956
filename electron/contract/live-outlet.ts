import type { z } from "zod";
import type { ServerLink } from "./link.ts";
import type { LiveChange, LiveSink, LiveSnapshot, LiveSource, Unsubscribe } from "./live-source.ts";
import { mergeChanges } from "./merge-changes.ts";

/** Sends one subscription over one link; while the link is congested changes are merged into one. */
export class LiveOutlet implements LiveSink<unknown> {
  readonly #id: number;
  readonly #link: ServerLink;
  readonly #item: z.ZodType | null;
  readonly #onFail: (thrown: unknown) => void;
  #pending: LiveChange<unknown> | null = null;
  #stop: Unsubscribe[] = [];
  #closed = false;

  constructor(id: number, link: ServerLink, item: z.ZodType | null, onFail: (thrown: unknown) => void) {
    this.#id = id;
    this.#link = link;
    this.#item = item;
    this.#onFail = onFail;
  }

  start(source: LiveSource<unknown>): void {
    this.#stop.push(this.#link.onDrain(() => this.#flush()));
    const unsubscribe = source.subscribe(this);
    if (this.#closed) unsubscribe();
    else this.#stop.push(unsubscribe);
  }

  snapshot(snapshot: LiveSnapshot<unknown>): void {
    if (this.#closed) return;
    this.#pending = null;
    this.#link.send({
      t: "snapshot",
      id: this.#id,
      rev: snapshot.rev,
      entries: this.#check(snapshot.entries),
    });
  }

  change(change: LiveChange<unknown>): void {
    if (this.#closed) return;
    this.#pending = this.#pending ? mergeChanges(this.#pending, change) : change;
    if (!this.#link.congested()) this.#flush();
  }

  fail(error: unknown): void {
    if (!this.#closed) this.#onFail(error);
  }

  close(): void {
    this.#closed = true;
    this.#pending = null;
    for (const stop of this.#stop.splice(0)) stop();
  }

  #flush(): void {
    const change = this.#pending;
    if (!change || this.#closed) return;
    this.#pending = null;
    this.#link.send({
      t: "change",
      id: this.#id,
      from: change.from,
      rev: change.rev,
      upsert: this.#check(change.upsert),
      remove: [...change.remove],
    });
  }

  #check(entries: readonly (readonly [string, unknown])[]): [string, unknown][] {
    const schema = this.#item;
    return entries.map(([key, item]) => [key, schema ? schema.parse(item) : item]);
  }
}
