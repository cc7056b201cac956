import type { LiveSink } from "./live-source.ts";

/** The listening half that keeps a map the same as a watched collection, and tells after each update. */
export function mirrorInto<T>(
  items: Map<string, T>,
  updated: () => void = () => {},
): Pick<LiveSink<T>, "snapshot" | "change"> {
  return {
    snapshot: ({ entries }) => {
      items.clear();
      for (const [key, item] of entries) items.set(key, item);
      updated();
    },
    change: ({ upsert, remove }) => {
      for (const key of remove) items.delete(key);
      for (const [key, item] of upsert) items.set(key, item);
      updated();
    },
  };
}
