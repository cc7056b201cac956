import { useMemo } from "react";
import type { HostProcess } from "../../../electron/contract/process.ts";
import { wordsOf } from "../../app/words.ts";
import { useHostInfo, useLive } from "../../engine/host-context.tsx";
import { containersResource } from "../../engine/resources.ts";
import { usePreferences } from "../../ui-state/preferences.ts";
import { useControl } from "../containers/control.ts";
import { useContainerRows } from "../containers/use-container-rows.ts";
import { containerCommands, containerEntry } from "./container-commands.tsx";
import type { PaletteEntry } from "./entry.ts";
import { preferenceCommands } from "./preference-commands.tsx";
import { holdersOf, pidCommands, processEntry } from "./process-entries.tsx";
import type { ProcessRows } from "./process-feed.tsx";
import { rank } from "./rank.ts";
import { SCREEN_COMMANDS } from "./screen-commands.tsx";
import { useEngineCommands } from "./use-engine-commands.tsx";
import { useSessionCommands } from "./use-session-commands.tsx";

/** The lines that answer what was typed; processes are among them once something was. */
export function useEntries(text: string, processes: ProcessRows): readonly PaletteEntry[] {
  const host = useHostInfo();
  const { rows } = useContainerRows();
  const { rows: containers } = useLive(containersResource);
  const preferences = usePreferences();
  const control = useControl();
  const engineCommands = useEngineCommands();
  const sessionCommands = useSessionCommands();
  return useMemo(() => {
    const words = wordsOf(host);
    const platform = host?.platform ?? "linux";
    const typed = text.trim();
    const entries = [
      ...SCREEN_COMMANDS,
      ...engineCommands,
      ...sessionCommands,
      ...preferenceCommands(preferences),
      ...rows.map((row) => containerEntry(row, words)),
    ];
    if (typed === "") return rank(entries, "");
    const holder = holdersOf(containers.values());
    const matching = [...processes.values()].filter((row) => isMeant(row, typed));
    const [exact] = /^\d+$/.test(typed) ? matching.filter(({ pid }) => String(pid) === typed) : [];
    return rank(
      [
        ...entries,
        ...matching.map((row) => processEntry(row, holder(row))),
        ...(exact
          ? pidCommands(exact, holder(exact), platform).map((entry) => ({ ...entry, also: typed }))
          : []),
        ...rows.flatMap((row) => containerCommands(row, control)),
      ],
      typed,
    );
  }, [text, host, rows, containers, processes, preferences, control, engineCommands, sessionCommands]);
}

/** Whether one of the words could mean this process; most of a host's are told apart by this alone. */
function isMeant({ pid, name }: HostProcess, typed: string): boolean {
  const lower = name.toLowerCase();
  const number = String(pid);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word) || number.startsWith(word));
}
