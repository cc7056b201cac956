import { replaceEqualDeep } from "@tanstack/react-query";
import type { IsoscopeError } from "../../electron/contract/errors.ts";
import type { LiveChange, LiveSnapshot } from "../../electron/contract/live-source.ts";

/** A watched collection as the cache holds it. Rows that did not change keep their identity over every update. */
export interface LiveData<T> {
  readonly rows: ReadonlyMap<string, T>;
  /** False until the first snapshot: an empty map then means "not known", not "none". */
  readonly loaded: boolean;
  /** When rows last came in, ms since the Unix epoch. */
  readonly receivedAt: number;
  /** Why the rows are not current; null while they are. */
  readonly error: IsoscopeError | null;
}

/** Makes the cached row out of the one before it and what the server sent. */
export type Fold<S, T> = (previous: T | undefined, sent: S) => T;

export const NOTHING: LiveData<never> = {
  rows: new Map<string, never>(),
  loaded: false,
  receivedAt: 0,
  error: null,
};

/** The fold of lists that keep rows as sent, sharing what is equal. */
export function keep<T>(previous: T | undefined, sent: T): T {
  return previous === undefined ? sent : replaceEqualDeep(previous, sent);
}

/** The fold of lists whose rows are many and flat: a change holds only rows that differ, so comparing finds nothing. */
export const asSent = <T>(_previous: T | undefined, sent: T): T => sent;

export function withSnapshot<S, T>(
  before: LiveData<T>,
  snapshot: LiveSnapshot<S>,
  fold: Fold<S, T>,
  now: number,
): LiveData<T> {
  const rows = new Map(snapshot.entries.map(([key, sent]) => [key, fold(before.rows.get(key), sent)]));
  return { rows, loaded: true, receivedAt: now, error: null };
}

/** The client has already checked that the change follows what was applied before it. */
export function withChange<S, T>(
  before: LiveData<T>,
  change: LiveChange<S>,
  fold: Fold<S, T>,
  now: number,
): LiveData<T> {
  const rows = new Map(before.rows);
  for (const key of change.remove) rows.delete(key);
  for (const [key, sent] of change.upsert) rows.set(key, fold(rows.get(key), sent));
  return { rows, loaded: true, receivedAt: now, error: null };
}
