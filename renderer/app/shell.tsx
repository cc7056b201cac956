import { lazy, Suspense } from "react";
import { ContainersScreen } from "../features/containers/containers-screen.tsx";
import { usePreferences } from "../ui-state/preferences.ts";
import { openLaunch, openShortcuts } from "../ui-state/surfaces.ts";
import { EngineNews } from "./engine-news.tsx";
import { useKeys } from "./keys.ts";
import { NavRail } from "./nav-rail.tsx";
import { cycleRegion } from "./regions.ts";
import { navigate, useRoute } from "./router.ts";
import { shellStrings } from "./strings.ts";
import { SurfaceHost } from "./surface-host.tsx";
import { TitleBar } from "./title-bar.tsx";

const ScopeScreen = lazy(() =>
  import("../features/scope/scope-screen.tsx").then(({ ScopeScreen }) => ({ default: ScopeScreen })),
);

const toContainers = () => navigate({ screen: "containers" });
const focusFind = () => document.querySelector<HTMLInputElement>("[data-find]")?.select();

export function Shell() {
  const route = useRoute();
  const density = usePreferences((preferences) => preferences.density);
  useKeys({
    "ctrl+n": openLaunch,
    "alt+n": openLaunch,
    "ctrl+1": toContainers,
    "alt+1": toContainers,
    "ctrl+f": focusFind,
    "/": focusFind,
    f6: () => cycleRegion(1),
    "shift+f6": () => cycleRegion(-1),
    "?": openShortcuts,
  });
  return (
    <div className="shell" data-density={density}>
      <button type="button" className="skip" onClick={skipToMain}>
        {shellStrings.skip}
      </button>
      <TitleBar />
      <NavRail route={route} />
      {route.screen === "containers" ? (
        <ContainersScreen />
      ) : (
        <Suspense fallback={<div className="content" />}>
          <ScopeScreen key={route.key} containerKey={route.key} initialFind={route.find} />
        </Suspense>
      )}
      <SurfaceHost />
      <EngineNews />
    </div>
  );
}

const skipToMain = () => document.getElementById("main")?.focus();
