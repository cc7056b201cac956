import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import type { Scope } from "../../../electron/contract/scope.ts";
import type { Timer } from "../../engine/timer.ts";
import { type Exited, foldExited, NOBODY_EXITED, nextExpiry } from "./exited.ts";

/** How soon it is tried again to take away a row that somebody was looking at. */
const AGAIN_MS = 500;

/** Rows of processes that have ended, kept for a moment. `panes` is what must be left alone before they go. */
export function useExited(scope: Scope, panes: RefObject<HTMLElement | null>, timer: Timer): Exited {
  const [exited, setExited] = useState<Exited>(NOBODY_EXITED);
  useLayoutEffect(() => {
    setExited((before) => foldExited(before, scope, timer.now(), isNeutral(panes.current)));
  }, [scope, timer, panes]);
  useEffect(() => {
    const due = nextExpiry(exited);
    if (due === null) return;
    return timer.after(Math.max(due - timer.now(), AGAIN_MS), () =>
      setExited((before) =>
        before.scope ? foldExited(before, before.scope, timer.now(), isNeutral(panes.current)) : before,
      ),
    );
  }, [exited, timer, panes]);
  return exited;
}

/** The pointer is elsewhere, and the focus is not on a row that would go. */
function isNeutral(panes: HTMLElement | null): boolean {
  if (!panes) return true;
  return panes.querySelector(".process-row.exited:focus, .vgrid-scroller:hover") === null;
}
