import { type ClipboardEvent, type RefObject, useRef, useState } from "react";
import type { RunLine } from "../../../../electron/model/docker-run-line.ts";
import { parseRunLine, type UnknownFlag } from "../../../../electron/model/run-line/parse-run-line.ts";
import { shellOf, shellOfLine } from "../../../../electron/model/run-line/shell.ts";
import { isRunLine } from "../../../../electron/model/run-line/words-of-run.ts";
import type { HostInfo } from "../../../engine/host-context.tsx";
import { lineProblem, pasteStrings } from "../../../strings/launch-paste.ts";
import { useAnnounce } from "../../../ui/announce.tsx";
import { fromRunLine } from "../form-changes.ts";
import type { LaunchForm } from "../launch-form.ts";

/** What the last line gave, and the form as it was before. */
export interface Filled {
  readonly launch: RunLine;
  readonly unknown: readonly UnknownFlag[];
  readonly before: LaunchForm;
}

export interface RunLinePaste {
  /** The text of the field for a line; null while it is not shown. */
  readonly text: string | null;
  /** What is wrong with that text; null until it has been tried. */
  readonly error: string | null;
  readonly filled: Filled | null;
  /** What shows and hides the field; it has the focus again when field or note are gone. */
  readonly button: RefObject<HTMLButtonElement | null>;
  setText(text: string): void;
  /** Shows the field, or takes it away. */
  toggle(): void;
  /** Fills the form, or says why it cannot and keeps the text where it can be corrected. */
  take(text: string): void;
  /** For fields that are for something else: takes what is pasted when it is such a line. */
  onPaste(event: ClipboardEvent): void;
  undo(): void;
  dismiss(): void;
}

export function useRunLine(
  form: LaunchForm,
  setForm: (form: LaunchForm) => void,
  platform: HostInfo["platform"],
): RunLinePaste {
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [filled, setFilled] = useState<Filled | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const announce = useAnnounce();
  const take = (line: string) => {
    const reading = parseRunLine(line, shellOfLine(line, shellOf(platform)));
    if (!reading.ok) {
      setText(line);
      setError(lineProblem(reading));
      return;
    }
    setText(null);
    setError(null);
    setFilled({ launch: reading.launch, unknown: reading.unknown, before: form });
    setForm(fromRunLine(form, reading.launch));
    announce(pasteStrings.filled);
  };
  return {
    text,
    error,
    filled,
    button,
    setText: (line) => {
      setText(line);
      setError(null);
    },
    toggle: () => {
      setText(text === null ? "" : null);
      setError(null);
      if (text !== null) button.current?.focus();
    },
    take,
    onPaste: (event) => {
      const line = event.clipboardData.getData("text");
      if (!isRunLine(line)) return;
      event.preventDefault();
      take(line);
    },
    undo: () => {
      if (filled) setForm(filled.before);
      setFilled(null);
      button.current?.focus();
      announce(pasteStrings.undone);
    },
    dismiss: () => {
      setFilled(null);
      button.current?.focus();
    },
  };
}
