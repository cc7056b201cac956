import { Dialog, DialogSurface } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { type KeyboardEvent, useState } from "react";
import { paletteStrings } from "../../strings/palette.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import type { PaletteEntry } from "./entry.ts";
import { optionId, PaletteList } from "./palette-list.tsx";
import { ProcessFeed, type ProcessRows } from "./process-feed.tsx";
import { useEntries } from "./use-entries.tsx";
import "./palette.css";

const LIST = "palette-list";
const NO_ROWS: ProcessRows = new Map();

/** Finds containers, processes and actions by name or PID. Enter does what the marked line says. */
export function PaletteDialog() {
  const [text, setText] = useState("");
  const [processes, setProcesses] = useState<ProcessRows>(NO_ROWS);
  const entries = useEntries(text, processes);
  const [marked, setMarked] = useState(0);
  const at = Math.min(marked, entries.length - 1);
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    closeSurface();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, at, entries.length);
    if (next !== null) setMarked(next);
    else if (event.key === "Enter") choose(entries[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onOpenChange={closeSurface}>
      <DialogSurface className="palette" aria-label={paletteStrings.title}>
        {text.trim() !== "" && <ProcessFeed onRows={setProcesses} />}
        <div className="palette-head">
          <SearchRegular fontSize={20} />
          <input
            autoFocus
            className="palette-input"
            role="combobox"
            aria-label={paletteStrings.field}
            aria-expanded="true"
            aria-controls={LIST}
            aria-autocomplete="list"
            aria-activedescendant={entries[at] && optionId(at)}
            autoComplete="off"
            spellCheck={false}
            maxLength={400}
            placeholder={paletteStrings.field}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setMarked(0);
            }}
            onKeyDown={onKeyDown}
          />
          <kbd>Esc</kbd>
        </div>
        <PaletteList id={LIST} entries={entries} at={at} text={text} onPoint={setMarked} onChoose={choose} />
      </DialogSurface>
    </Dialog>
  );
}

/** Where a key leads in the list, round at both ends; null for keys that do not move. */
function moved(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  if (key === "PageUp") return 0;
  return key === "PageDown" ? count - 1 : null;
}
