import { useEffect, useState, useSyncExternalStore } from "react";
import { useHost } from "../../engine/host-context.tsx";
import { nextFrame } from "../../engine/page-frames.ts";
import { LogFeed } from "./log-feed.ts";

/** Lines to begin with; all that can be held is read when a person asks for it. */
export const FIRST_LINES = 10_000;

/** Reads a log while the component is mounted, anew for each life of the container. Null before the first effect. */
export function useLogFeed(key: string, startedAt: number | null): LogFeed | null {
  const { client, link } = useHost();
  const [feed, setFeed] = useState<LogFeed | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a restart makes a new log of it
  useEffect(() => {
    const opened = new LogFeed(FIRST_LINES, {
      open: (tail, listener) => client.stream("containers.logs", { key, follow: true, tail }, listener),
      link,
      nextFrame,
      now: () => performance.now(),
    });
    setFeed(opened);
    return () => opened.close();
  }, [client, link, key, startedAt]);
  return feed;
}

/** Renders again when the log has changed: at most once a frame. */
export function useFeedVersion(feed: LogFeed): number {
  return useSyncExternalStore(
    (changed) => feed.subscribe(changed),
    () => feed.version,
  );
}
