import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import type { EngineStatus, Isolation } from "../../../electron/contract/engine.ts";
import type { LaneSummary } from "../../../electron/model/compare-summary.ts";
import { secondsText } from "../../../electron/model/comparison/compare-words.ts";
import { laneLayout, laneText } from "../../../electron/model/comparison/lane-layout.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings } from "../../strings/compare.ts";
import { errorText } from "../../strings/errors.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import { LaneTrack } from "./lane-track.tsx";

interface LaneProps {
  readonly isolation: Isolation;
  readonly lane: LaneSummary;
  /** How long the shown launch has gone on; of interest only while it does. */
  readonly elapsedMs: number;
  readonly scale: { readonly endMs: number; readonly width: number };
  readonly running: boolean;
  readonly engine: EngineStatus | undefined;
  readonly words: Words;
}

export function Lane({ isolation, lane, elapsedMs, scale, running, engine, words }: LaneProps) {
  const { shown, failed } = lane;
  const word = words.isolation[isolation];
  return (
    <div className="lane">
      <div className="lane-who">
        <IsoBadge isolation={isolation} word={word} boxed />
        <span className="dim small lane-name">
          {shown && <span>{shown.name}</span>}
          {engine && <span title={[engine.title, ...engine.notes].join(". ")}>{engine.title}</span>}
        </span>
      </div>
      <div className="lane-middle">
        {shown ? (
          <LaneTrack
            isolation={isolation}
            layout={laneLayout(shown, elapsedMs, scale, words)}
            width={scale.width}
            label={laneText(word, shown, words)}
            failed={failed !== null}
          />
        ) : (
          <p className="dim small lane-waits">{compareStrings.waits}</p>
        )}
        {failed?.error && <LaneFailure error={failed.error} />}
      </div>
      <LaneFigure lane={lane} elapsedMs={elapsedMs} running={running} />
    </div>
  );
}

function LaneFailure({
  error,
}: {
  readonly error: NonNullable<NonNullable<LaneSummary["failed"]>["error"]>;
}) {
  const { title, cause, next, raw } = errorText(error);
  return (
    <div className="lane-failure">
      <ErrorCircleRegular />
      <div>
        <b>{title}</b> {cause} {next}
        {raw !== null && (
          <details className="trouble-raw">
            <summary>{compareStrings.details}</summary>
            <pre className="mono">{raw}</pre>
          </details>
        )}
      </div>
    </div>
  );
}

/** The lane in one number: the median once there is one, before that how long it has taken so far. */
function LaneFigure({ lane, elapsedMs, running }: Pick<LaneProps, "lane" | "elapsedMs" | "running">) {
  const { firstProcess, failed } = lane;
  if (firstProcess) {
    const { median, count } = firstProcess;
    const of = running ? compareStrings.medianSoFar(count) : count > 1 ? compareStrings.medianOf(count) : "";
    return <Figure value={secondsText(median)} lines={[compareStrings.toFirst, of]} />;
  }
  if (failed) return <Figure value={compareStrings.failed} lines={[]} />;
  if (elapsedMs > 0) return <Figure value={secondsText(elapsedMs)} lines={[compareStrings.soFar]} />;
  return <span />;
}

function Figure({ value, lines }: { readonly value: string; readonly lines: readonly string[] }) {
  return (
    <div className="lane-figure">
      <strong className="mono">{value}</strong>
      {lines.map((line) => line !== "" && <span key={line}>{line}</span>)}
    </div>
  );
}
