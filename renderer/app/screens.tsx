import { lazy, Suspense } from "react";
import { ContainersScreen } from "../features/containers/containers-screen.tsx";
import type { Route } from "./router.ts";

// Only the first screen is part of the first load.
const ScopeScreen = lazy(async () => ({
  default: (await import("../features/scope/scope-screen.tsx")).ScopeScreen,
}));
const CompareScreen = lazy(async () => ({
  default: (await import("../features/compare/compare-screen.tsx")).CompareScreen,
}));
const ImagesScreen = lazy(async () => ({
  default: (await import("../features/images/images-screen.tsx")).ImagesScreen,
}));
const HostScreen = lazy(async () => ({
  default: (await import("../features/host/host-screen.tsx")).HostScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("../features/settings/settings-screen.tsx")).SettingsScreen,
}));
const PresenterScreen = lazy(async () => ({
  default: (await import("../features/presenter/presenter-screen.tsx")).PresenterScreen,
}));

/** The screen of a route, fetched when it is first shown. */
export function Screen({ route }: { readonly route: Route }) {
  return <Suspense fallback={<div className="content" />}>{screenOf(route)}</Suspense>;
}

function screenOf(route: Route) {
  switch (route.screen) {
    case "containers":
      return <ContainersScreen open={route.open} tab={route.tab} />;
    case "scope":
      return <ScopeScreen key={route.key} containerKey={route.key} initialFind={route.find} />;
    case "compare":
      return <CompareScreen />;
    case "images":
      return <ImagesScreen />;
    case "host":
      return <HostScreen container={route.container} find={route.find} />;
    case "settings":
      return <SettingsScreen page={route.page} about={route.about ?? null} />;
    case "presenter":
      return <PresenterScreen step={route.step} />;
  }
}
