import { Button, Field, Textarea } from "@fluentui/react-components";
import { pasteStrings } from "../../../strings/launch-paste.ts";
import type { RunLinePaste } from "./use-run-line.ts";

/** Where a whole `docker run` line can be pasted or typed. A line that is pasted fills the form at once. */
export function RunLineField({ paste }: { readonly paste: RunLinePaste }) {
  const { text, error } = paste;
  if (text === null) return null;
  return (
    <div className="paste-field">
      <Field
        label={pasteStrings.field}
        hint={pasteStrings.hint}
        {...(error !== null && { validationMessage: error, validationState: "error" as const })}
      >
        <Textarea
          autoFocus
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
        <Button size="small" appearance="subtle" onClick={() => paste.setText(null)}>
          {pasteStrings.cancel}
        </Button>
      </div>
    </div>
  );
}
