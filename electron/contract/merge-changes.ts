import type { LiveChange } from "./live-source.ts";

/** Two changes that follow each other as one: `first.rev` must be `second.from`. */
export function mergeChanges<T>(first: LiveChange<T>, second: LiveChange<T>): LiveChange<T> {
  const upsert = new Map(first.upsert);
  const remove = new Set(first.remove);
  for (const key of second.remove) {
    upsert.delete(key);
    remove.add(key);
  }
  for (const [key, item] of second.upsert) {
    remove.delete(key);
    upsert.set(key, item);
  }
  return { from: first.from, rev: second.rev, upsert: [...upsert], remove: [...remove] };
}
