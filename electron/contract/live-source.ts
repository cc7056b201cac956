/** Stops what a subscription started. Calling it twice does nothing. */
export type Unsubscribe = () => void;

/** Changes of a keyed collection from revision `from` to `rev`. */
export interface LiveChange<T> {
  readonly from: number;
  readonly rev: number;
  readonly upsert: readonly (readonly [key: string, item: T])[];
  readonly remove: readonly string[];
}

export interface LiveSnapshot<T> {
  readonly rev: number;
  readonly entries: readonly (readonly [key: string, item: T])[];
}

export interface LiveSink<T> {
  /** Replaces all that was sent before. The first thing a source says. */
  snapshot(snapshot: LiveSnapshot<T>): void;
  change(change: LiveChange<T>): void;
  /** Ends the subscription with a reason. */
  fail(error: unknown): void;
}

/** Something that can be watched: it sends a snapshot, then changes, until unsubscribed. */
export interface LiveSource<T> {
  subscribe(sink: LiveSink<T>): Unsubscribe;
}
