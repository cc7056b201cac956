import { Button } from "@fluentui/react-components";
import { ClipboardPasteRegular } from "@fluentui/react-icons/svg/clipboard-paste";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { HostInfo } from "../../../engine/host-context.tsx";
import { notTakenWords, pasteStrings, takenWords } from "../../../strings/launch-paste.ts";
import type { RunLinePaste } from "./use-run-line.ts";

interface FilledNoteProps {
  readonly paste: RunLinePaste;
  readonly platform: HostInfo["platform"];
}

/** The field a line was typed into is gone by now; one that it was pasted into keeps the focus. */
const focusIfLost = (note: HTMLElement | null) => {
  if (note && !note.closest("form")?.contains(document.activeElement)) note.focus();
};

/** What was taken from a line and what the form has no place for. Nothing is dropped in silence. */
export function FilledNote({ paste, platform }: FilledNoteProps) {
  if (paste.filled === null) return null;
  const { launch, unknown } = paste.filled;
  return (
    <section
      ref={focusIfLost}
      className="launch-note filled-note"
      aria-label={pasteStrings.filled}
      tabIndex={-1}
    >
      <ClipboardPasteRegular />
      <div className="preflight-text">
        <p>
          <b>{pasteStrings.filled}</b> {pasteStrings.taken(takenWords(launch, platform))}
        </p>
        {unknown.length > 0 && (
          <>
            <p>{pasteStrings.unknown(unknown.length)}</p>
            <ul>
              {unknown.map(({ text, why }) => (
                <li key={text}>
                  <code className="mono">{text}</code> <span className="dim">{notTakenWords[why]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Button size="small" onClick={paste.undo}>
        {pasteStrings.undo}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={pasteStrings.dismiss}
        onClick={paste.dismiss}
      />
    </section>
  );
}
