import { useSyncExternalStore } from "react";
import { useTheme } from "../../app/use-theme.ts";

const FORCED = "(forced-colors: active)";

const subscribe = (changed: () => void) => {
  const query = window.matchMedia(FORCED);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** A word that changes whenever colours do: what was drawn with the old ones is drawn anew. */
export function useLook(): string {
  const { scheme } = useTheme();
  const forced = useSyncExternalStore(subscribe, () => window.matchMedia(FORCED).matches);
  return forced ? `forced ${scheme}` : scheme;
}
