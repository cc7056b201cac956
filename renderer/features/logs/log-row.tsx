import { memo } from "react";
import { formatDateTime } from "../../../electron/model/format.ts";
import { logStrings } from "../../strings/logs.ts";
import { DRAWN_CHARACTERS, type LogLine } from "./log-line.ts";
import { type Run, runsOf } from "./runs.ts";
import { styleClass } from "./style-class.ts";

interface LogRowProps {
  readonly line: LogLine;
  readonly times: boolean;
  readonly pattern: RegExp | null;
  /** The match that find stands on. */
  readonly current: boolean;
}

function Row({ line, times, pattern, current }: LogRowProps) {
  const { kind, text } = line;
  if (kind === "dropped")
    return <div className="log-row log-missing">{logStrings.missing(Number(text))}</div>;
  const over = text.length - DRAWN_CHARACTERS;
  return (
    <div
      className={`log-row ${kind === "stderr" ? "log-stderr" : ""} ${current ? "log-current" : ""}`}
      data-line={line.n}
    >
      {times && <LogTime at={line.at} />}
      <span className="log-mark" title={kind === "stderr" ? logStrings.stderrTitle : undefined}>
        {kind === "stderr" ? logStrings.stderr : ""}
      </span>
      <span className="log-text">
        {runsOf(text.slice(0, DRAWN_CHARACTERS), pattern).map((run, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a line have no other name
          <LogRun key={i} run={run} />
        ))}
        {over > 0 && <span className="log-cut">{logStrings.cut(over)}</span>}
      </span>
    </div>
  );
}

function LogRun({ run }: { readonly run: Run }) {
  const className = styleClass(run.style);
  if (run.match) return <mark className={className}>{run.text}</mark>;
  return className === "" ? run.text : <span className={className}>{run.text}</span>;
}

function LogTime({ at }: { readonly at: number | null }) {
  if (at === null) return <span className="log-time" />;
  const date = formatDateTime(at);
  const millis = String(new Date(at).getMilliseconds()).padStart(3, "0");
  return (
    <time className="log-time" dateTime={new Date(at).toISOString()} title={date}>
      {date.slice(11)}.{millis}
    </time>
  );
}

/** Lines of a store are made anew each time they are read: equal is what looks equal. */
export const LogRow = memo(
  Row,
  (a, b) =>
    a.line.n === b.line.n &&
    a.line.text === b.line.text &&
    a.line.kind === b.line.kind &&
    a.times === b.times &&
    a.pattern === b.pattern &&
    a.current === b.current,
);
