import { useEffect, useRef } from "react";
import type { EngineState, EngineStatus } from "../../electron/contract/engine.ts";
import { useLive } from "../engine/host-context.tsx";
import { enginesResource } from "../engine/resources.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { engineLine } from "./engine-state.ts";

/** What to say aloud when engines went or came back; nothing for first contact. */
export function engineNews(
  before: ReadonlyMap<string, EngineState>,
  engines: readonly EngineStatus[],
): string[] {
  return engines.flatMap((engine) => {
    const was = before.get(engine.id);
    if (was === undefined || was === engine.state) return [];
    if (engine.state === "stale" || engine.state === "failed")
      return [`${engine.title}: ${engineLine(engine)}`];
    return engine.state === "live" && was !== "connecting" ? [`${engine.title} is back.`] : [];
  });
}

/** Tells screen readers at once when an engine is lost or back. */
export function EngineNews() {
  const announce = useAnnounce();
  const { rows } = useLive(enginesResource);
  const before = useRef<ReadonlyMap<string, EngineState>>(new Map());
  useEffect(() => {
    const engines = [...rows.values()];
    for (const line of engineNews(before.current, engines)) announce(line, { alert: true });
    before.current = new Map(engines.map((engine) => [engine.id, engine.state]));
  }, [rows, announce]);
  return null;
}
