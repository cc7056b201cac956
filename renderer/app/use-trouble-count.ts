import { useEffect } from "react";
import { useLiveSelect } from "../engine/host-context.tsx";
import { enginesResource, jobsResource } from "../engine/resources.ts";
import { useNotices } from "../ui-state/notices.ts";
import { engineTone, troubleId } from "./engine-state.ts";

/** How many things want a person: engines in trouble, and failures since the page was opened, until put away. */
export function useTroubleCount(): number {
  const notices = useNotices((state) => state.list.length);
  const dismissed = useNotices((state) => state.dismissed);
  const engines = useLiveSelect(
    enginesResource,
    ({ rows }) =>
      [...rows.values()].filter(
        (engine) => engineTone[engine.state] === "trouble" && !dismissed.has(troubleId(engine)),
      ).length,
  );
  const jobs = useLiveSelect(
    jobsResource,
    ({ rows }) =>
      [...rows.values()].filter(
        ({ id, state, endedAt }) =>
          state === "failed" && (endedAt ?? 0) >= performance.timeOrigin && !dismissed.has(`job ${id}`),
      ).length,
  );
  return notices + (engines ?? 0) + (jobs ?? 0);
}

/** Shows the count on the app's icon, where the system has such a thing and lets the page. */
export function useBadge(count: number): void {
  useEffect(() => {
    if (!("setAppBadge" in navigator)) return;
    const done = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
    done.catch(() => {});
  }, [count]);
}
