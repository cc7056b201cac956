import { useSyncExternalStore } from "react";
import { usePreferences } from "../ui-state/preferences.ts";
import { darkTheme, type IsoTheme, lightTheme } from "./theme.ts";

const DARK = "(prefers-color-scheme: dark)";

const subscribe = (changed: () => void) => {
  const query = window.matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
};

/** The theme chosen, or the system's. Forced colours are left to the style sheets. */
export function useTheme(): { readonly theme: IsoTheme; readonly scheme: "light" | "dark" } {
  const systemDark = useSyncExternalStore(subscribe, () => window.matchMedia(DARK).matches);
  const choice = usePreferences((preferences) => preferences.theme);
  const dark = choice === "dark" || (choice === "system" && systemDark);
  return dark ? { theme: darkTheme, scheme: "dark" } : { theme: lightTheme, scheme: "light" };
}
