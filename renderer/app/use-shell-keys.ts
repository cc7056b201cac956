import { openLaunch, openPalette, openShortcuts } from "../ui-state/surfaces.ts";
import { useKeys } from "./keys.ts";
import { cycleRegion } from "./regions.ts";
import { CONTAINERS, navigate, type Route } from "./router.ts";

const to = (route: Route) => () => navigate(route);
const focusFind = () => document.querySelector<HTMLInputElement>("[data-find]")?.select();

const SCREENS: readonly Route[] = [
  CONTAINERS,
  { screen: "compare" },
  { screen: "images" },
  { screen: "host", container: null, find: "" },
];

/** Ctrl+1…4 belong to the browser in web host mode: Alt works everywhere. */
const screenKeys = Object.fromEntries(
  SCREENS.flatMap((route, i) => ["ctrl", "alt"].map((held) => [`${held}+${i + 1}`, to(route)])),
);

/** The keys that work on every screen. */
export function useShellKeys(): void {
  useKeys({
    ...screenKeys,
    "ctrl+k": openPalette,
    "ctrl+n": openLaunch,
    "alt+n": openLaunch,
    "ctrl+,": to({ screen: "settings", page: "general" }),
    "ctrl+f": focusFind,
    "/": focusFind,
    f6: () => cycleRegion(1),
    "shift+f6": () => cycleRegion(-1),
    "?": openShortcuts,
  });
}
