import { useEffect, useId, useState } from "react";
import { consoleStrings } from "../../strings/console.ts";
import type { TabProps } from "../details/tab.ts";
import { ConsoleFind } from "./console-find.tsx";
import { ConsoleNotice } from "./console-notice.tsx";
import { ConsoleTools } from "./console-tools.tsx";
import type { ConsoleStart } from "./container-console.ts";
import { TerminalHost } from "./terminal-host.tsx";
import { copySelection, useConsole } from "./use-console.ts";
import { useStart } from "./use-start.ts";
import "@xterm/xterm/css/xterm.css";
import "../../ui/stream.css";
import "./console.css";

/** A terminal in the container: its own command, a shell, or any other command. */
export function ConsoleTab({ container }: TabProps) {
  return <ConsoleOf key={container.key} container={container} />;
}

function ConsoleOf({ container }: TabProps) {
  const { console, view } = useConsole(container.key);
  const form = useStart(container);
  const keysId = useId();
  const [result, setResult] = useState("");
  const open = (start: ConsoleStart) => {
    console.open(start);
    console.screen.focus();
  };
  useJoinedAtOnce(view.start === null && container.interactive ? form.start : null, (start) =>
    console.open(start),
  );
  const idle = view.start === null;
  return (
    <div className="stream">
      <ConsoleTools
        form={form}
        view={view}
        onOpen={open}
        onClose={() => console.close()}
        onCopy={() => void copySelection(console.screen.selection).then(setResult)}
      />
      {!idle && <ConsoleFind screen={console.screen} view={view} />}
      <p className="stream-result" role="status">
        {result}
      </p>
      <ConsoleNotice
        view={view}
        again={form.refusal === null ? view.start : null}
        onOpen={open}
        onPaste={(yes) => console.answerPaste(yes)}
      />
      {idle ? (
        <Idle refusal={form.refusal} interactive={container.interactive} />
      ) : (
        <TerminalHost screen={console.screen} name={container.name} describedBy={keysId} />
      )}
      {!idle && <KeysLine id={keysId} size={view.size} />}
    </div>
  );
}

/** To join a command that is there starts nothing, so it is not asked for. A shell is. */
function useJoinedAtOnce(start: ConsoleStart | null, open: (start: ConsoleStart) => void): void {
  const ready = start !== null && start.target.argv.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it can be done
  useEffect(() => {
    if (ready) open(start);
  }, [ready]);
}

function Idle({ refusal, interactive }: { readonly refusal: string | null; readonly interactive: boolean }) {
  const hint = interactive ? consoleStrings.idleAttach : consoleStrings.idleShell;
  return (
    <div className="console-idle">
      <b>{consoleStrings.idle}</b>
      <span className="dim">{refusal ?? hint}</span>
    </div>
  );
}

interface KeysLineProps {
  readonly id: string;
  readonly size: { readonly columns: number; readonly rows: number };
}

function KeysLine({ id, size }: KeysLineProps) {
  return (
    <div className="stream-status">
      <span id={id} className="console-keys">
        {consoleStrings.keys.map(({ keys, does }) => (
          <span key={keys}>
            <kbd>{keys}</kbd> {does}
          </span>
        ))}
      </span>
      <span className="grow" />
      <span className="mono">{consoleStrings.size(size.columns, size.rows)}</span>
    </div>
  );
}
