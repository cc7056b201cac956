import { Button } from "@fluentui/react-components";
import { useConnection } from "../../engine/host-context.tsx";
import { consoleStrings } from "../../strings/console.ts";
import { errorText } from "../../strings/errors.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import type { ConsoleStart, ConsoleView } from "./container-console.ts";

interface ConsoleNoticeProps {
  readonly view: ConsoleView;
  /** Null while it could not be opened again, e.g. because the container has ended. */
  readonly again: ConsoleStart | null;
  readonly onOpen: (start: ConsoleStart) => void;
  readonly onPaste: (yes: boolean) => void;
}

/** How the command ended, what went wrong, or what a person is asked. */
export function ConsoleNotice(props: ConsoleNoticeProps) {
  const { start, state, pasting } = props.view;
  if (pasting !== null) return <PasteQuestion text={pasting} onAnswer={props.onPaste} />;
  if (!start || !state) return null;
  if (state.kind === "failed") return <Failed {...props} start={start} error={state.error} />;
  const { name } = start.target;
  if (state.kind !== "open") {
    const code =
      state.kind === "exited" ? consoleStrings.exited(name, state.code) : consoleStrings.ended(name);
    return (
      <p className="stream-note console-end" role="status">
        {code}
      </p>
    );
  }
  return start.takesInput ? null : <p className="stream-note">{consoleStrings.readOnly}</p>;
}

interface FailedProps extends ConsoleNoticeProps {
  readonly start: ConsoleStart;
  readonly error: Parameters<typeof errorText>[0];
}

function Failed({ start, error, again, onOpen }: FailedProps) {
  const connected = useConnection().state === "connected";
  const text = errorText(error);
  const lost = error.code === "disconnected";
  const attached = start.target.argv.length === 0;
  const cause = lost ? (attached ? consoleStrings.lostCauseAttach : consoleStrings.lostCause) : text.cause;
  return (
    <TroubleBar
      intent={lost ? "warning" : "error"}
      title={lost ? consoleStrings.lost : text.title}
      raw={text.raw}
      actions={
        <Button size="small" disabled={!connected || again === null} onClick={() => again && onOpen(again)}>
          {consoleStrings.reconnect}
        </Button>
      }
    >
      {cause} {connected ? (lost ? "" : text.next) : consoleStrings.lostWait}
    </TroubleBar>
  );
}

interface PasteQuestionProps {
  readonly text: string;
  readonly onAnswer: (yes: boolean) => void;
}

/** The text is shown: what would run is not hidden behind a question. */
function PasteQuestion({ text, onAnswer }: PasteQuestionProps) {
  const lines = text.replace(/\r?\n$/, "").split(/\r\n|\r|\n/);
  return (
    <div
      className="console-paste"
      role="alertdialog"
      aria-label={consoleStrings.pasteTitle(lines.length)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onAnswer(false);
      }}
    >
      <b>{consoleStrings.pasteTitle(lines.length)}</b> {consoleStrings.pasteBody}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <pre className="mono" tabIndex={0}>
        {lines.join("\n")}
      </pre>
      <div className="console-answers">
        <Button size="small" appearance="primary" onClick={() => onAnswer(true)}>
          {consoleStrings.paste}
        </Button>
        <Button size="small" autoFocus onClick={() => onAnswer(false)}>
          {consoleStrings.cancel}
        </Button>
      </div>
    </div>
  );
}
