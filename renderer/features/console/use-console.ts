import { useMemo, useSyncExternalStore } from "react";
import { useHost } from "../../engine/host-context.tsx";
import { nextFrame } from "../../engine/page-frames.ts";
import { consoleStrings } from "../../strings/console.ts";
import { copyText } from "../../ui/copy-text.ts";
import { type ConsoleView, ContainerConsole } from "./container-console.ts";
import { consoleOf } from "./open-consoles.ts";
import { TerminalScreen } from "./terminal-screen.ts";

/** The console of a container, and what is to be seen of it. */
export function useConsole(key: string): { readonly console: ContainerConsole; readonly view: ConsoleView } {
  const { client } = useHost();
  const console = useMemo(
    () =>
      consoleOf(
        key,
        () =>
          new ContainerConsole({
            open: (start, listener) =>
              client.stream("containers.console", { key, ...start, exec: [...start.exec] }, listener),
            nextFrame,
            makeScreen: (events) => new TerminalScreen(events),
            copied: (text) => void copySelection(text),
          }),
      ),
    [client, key],
  );
  const view = useSyncExternalStore(
    (changed) => console.subscribe(changed),
    () => console.view,
  );
  return { console, view };
}

/** Puts the selection on the clipboard; a copy that did not happen must be said. */
export async function copySelection(text: string): Promise<string> {
  if (text === "") return consoleStrings.nothingSelected;
  return (await copyText(text)) ? consoleStrings.copied : consoleStrings.notCopied;
}
