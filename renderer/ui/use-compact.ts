import { useSyncExternalStore } from "react";

const COMPACT = "(max-width: 1199px)";

const subscribe = (changed: () => void) => {
  const query = window.matchMedia(COMPACT);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** Whether the window is below 1200 px, where the compact rules apply. */
export const useCompact = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(COMPACT).matches);
