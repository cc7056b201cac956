import type { EngineContainer } from "../../engine/engine.ts";
import type { Changed } from "./changed-items.ts";

/** The moments worth going to in a change of an engine's list, in words. */
export function courseMarks(
  { upsert }: Changed<EngineContainer>,
  gone: readonly string[],
): readonly string[] {
  return [
    ...upsert.flatMap(([, now, before]) => markOf(now, before)),
    ...gone.map((name) => `${name} removed`),
  ].map((label) => label.slice(0, 200));
}

function markOf(now: EngineContainer, before: EngineContainer | undefined): readonly string[] {
  if (!before) return [`${now.name} launched`];
  if (now.state === before.state) return [];
  if (now.state === "exited") return [`${now.name} ended`];
  if (now.state === "failed") return [`${now.name} failed`];
  if (now.state === "paused") return [`${now.name} paused`];
  return now.state === "running" && before.state === "exited" ? [`${now.name} started again`] : [];
}
