import { useMemo } from "react";
import { useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { EngineTrouble } from "../containers/engine-trouble.tsx";
import type { HostEntry } from "./host-entry.ts";
import { countUnreadable } from "./owner-counts.ts";
import { RestrictedNote } from "./restricted-note.tsx";

interface HostBarsProps {
  readonly entries: readonly HostEntry[];
  /** Whether the app is known to lack rights. */
  readonly restricted: boolean;
}

/** What is wrong at the moment: engines that do not answer, and rows that cannot be read in full. */
export function HostBars({ entries, restricted }: HostBarsProps) {
  const engines = useLive(enginesResource).rows;
  const unreadable = useMemo(() => (restricted ? countUnreadable(entries) : 0), [restricted, entries]);
  return (
    <div className="bars">
      <EngineTrouble engines={[...engines.values()]} />
      {unreadable > 0 && <RestrictedNote unreadable={unreadable} all={entries.length} />}
    </div>
  );
}
