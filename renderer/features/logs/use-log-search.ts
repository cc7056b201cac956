import { useEffect, useMemo, useReducer, useRef } from "react";
import { nextFrame } from "../../engine/page-frames.ts";
import type { LogFeed } from "./log-feed.ts";
import { LogSearch } from "./log-search.ts";

/** How long a frame may be spent on searching, ms. */
const BUDGET_MS = 8;

/** Searches the log a bit per frame; renders again as matches come in. */
export function useLogSearch(feed: LogFeed, version: number, query: string): LogSearch {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a log that was read anew is searched anew
  const search = useMemo(() => new LogSearch(feed.store, query), [feed, query, feed.store.generation]);
  const [, found] = useReducer((count: number) => count + 1, 0);
  const cancel = useRef<(() => void) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is under way belongs to one search
  useEffect(
    () => () => {
      cancel.current?.();
      cancel.current = null;
    },
    [search],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version may have brought lines
  useEffect(() => {
    // New lines come as often as frames do: a scan that is due is left to happen.
    if (search.done || cancel.current) return;
    const scan = () => {
      const until = performance.now() + BUDGET_MS;
      search.scan(() => performance.now() >= until);
      cancel.current = search.done ? null : nextFrame(scan);
      found();
    };
    cancel.current = nextFrame(scan);
  }, [search, version]);
  return search;
}
