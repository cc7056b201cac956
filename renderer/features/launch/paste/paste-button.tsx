import { Button } from "@fluentui/react-components";
import { pasteStrings } from "../../../strings/launch-paste.ts";
import type { RunLinePaste } from "./use-run-line.ts";

/** Shows the field for a whole line, and takes it away. */
export function PasteButton({ paste }: { readonly paste: RunLinePaste }) {
  return (
    <Button
      ref={(element: HTMLButtonElement | null) => {
        paste.button.current = element;
      }}
      size="small"
      appearance="subtle"
      className="paste-button"
      aria-expanded={paste.text !== null}
      onClick={paste.toggle}
    >
      {pasteStrings.button}
    </Button>
  );
}
