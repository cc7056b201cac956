import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useHost } from "../engine/host-context.tsx";
import { useSessionId } from "../engine/use-session.ts";
import { setListView } from "../ui-state/list-view.ts";
import { useNotices } from "../ui-state/notices.ts";
import { CONTAINERS, parseRoute, type Route, showInstead } from "./router.ts";

/** What is about the app itself, whatever it shows. */
const OF_THE_APP = ["session.watch", "settings.watch"] as const;

/** When another session is shown, nothing of the one before stays: neither rows, facts of its host, nor what was chosen. */
export function SessionSwitch() {
  const { lists } = useHost();
  const cache = useQueryClient();
  const id = useSessionId();
  const before = useRef<string>(undefined);
  useEffect(() => {
    const known = before.current;
    before.current = id ?? known;
    if (id === undefined || known === undefined || id === known) return;
    leaveRows();
    lists.startOver(OF_THE_APP);
    void cache.resetQueries({ queryKey: ["host.info"] });
    const frame = requestAnimationFrame(keepFocus);
    return () => cancelAnimationFrame(frame);
  }, [id, lists, cache]);
  return null;
}

/** What had the focus may have gone with the bar, or with the screen. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById("main")?.focus();
}

function leaveRows(): void {
  setListView({ selected: new Set(), focused: null, request: null });
  useNotices.setState({ list: [] });
  void import("../features/presenter/demo-session.ts").then(({ endDemo }) => endDemo());
  const instead = withoutRows(parseRoute(window.location.hash));
  if (instead) showInstead(instead);
}

/** Where to when the container that the address names is of another session; null when it names none. */
function withoutRows(route: Route): Route | null {
  if (route.screen === "scope") return CONTAINERS;
  if (route.screen === "containers" && route.open !== null) return CONTAINERS;
  return route.screen === "host" && route.container !== null ? { ...route, container: null } : null;
}
