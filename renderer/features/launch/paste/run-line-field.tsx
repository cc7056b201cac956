import { Button, Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { pasteStrings } from "../../../strings/launch-paste.ts";
import type { RunLinePaste } from "./use-run-line.ts";

/** Where a whole `docker run` line can be pasted or typed. A line that is pasted fills the form at once. */
export function RunLineField({ paste }: { readonly paste: RunLinePaste }) {
  const { text, error } = paste;
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = text !== null;
  // When it is shown, and again with each thing that is wrong with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new error is a new reason
  useEffect(() => {
    if (shown) field.current?.focus();
  }, [shown, error]);
  if (text === null) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is topmost, here and not the dialog
    <div
      className="paste-field"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        event.preventDefault();
        paste.toggle();
      }}
    >
      <Field
        label={pasteStrings.field}
        hint={pasteStrings.hint}
        {...(error !== null && { validationMessage: error, validationState: "error" as const })}
      >
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            field.current = element;
          }}
          rows={2}
          spellCheck={false}
          value={text}
          onChange={(_event, { value }) => paste.setText(value)}
          onPaste={paste.onPaste}
        />
      </Field>
      <div className="paste-buttons">
        <Button size="small" onClick={() => paste.take(text)}>
          {pasteStrings.fill}
        </Button>
        <Button size="small" appearance="subtle" onClick={paste.toggle}>
          {pasteStrings.cancel}
        </Button>
      </div>
    </div>
  );
}
