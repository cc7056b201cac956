import { isDeepStrictEqual } from "node:util";
import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";

export interface Changed<T> {
  readonly upsert: readonly (readonly [key: string, item: T, before: T | undefined])[];
  readonly remove: readonly string[];
}

/** Follows a collection and tells what really changed, each item with what it was; a new snapshot is compared, too. */
export function followChanges<T>(
  source: LiveSource<T>,
  tell: (changed: Changed<T>) => void,
  same: (a: T, b: T) => boolean = isDeepStrictEqual,
): Unsubscribe {
  const known = new Map<string, T>();
  const apply = (entries: readonly (readonly [string, T])[], remove: readonly string[]) => {
    const gone = remove.filter((key) => known.delete(key));
    const upsert = entries.flatMap(([key, item]) => {
      const before = known.get(key);
      known.set(key, item);
      return before !== undefined && same(before, item) ? [] : [[key, item, before] as const];
    });
    if (upsert.length > 0 || gone.length > 0) tell({ upsert, remove: gone });
  };
  return source.subscribe({
    snapshot: ({ entries }) => {
      const there = new Set(entries.map(([key]) => key));
      apply(
        entries,
        [...known.keys()].filter((key) => !there.has(key)),
      );
    },
    change: ({ upsert, remove }) => apply(upsert, remove),
    fail: () => {},
  });
}
