import type { Isolation } from "../../../electron/contract/engine.ts";
import type { LaneLayout } from "../../../electron/model/comparison/lane-layout.ts";

interface LaneTrackProps {
  readonly isolation: Isolation;
  readonly layout: LaneLayout;
  readonly width: number;
  /** All that it shows, in words. */
  readonly label: string;
  readonly failed: boolean;
}

const HEIGHT = 58;
const BAR = { top: 19, height: 20 } as const;
/** Marks stand out over the bar on the side of their label. */
const MARK = { first: "M0 13V43", sight: "M0 15V45" } as const;
const LABEL_Y = { first: 10, sight: 54 } as const;

/** One launch drawn to scale: phases as told, a solid mark for the first process, a dashed one for what the host saw. */
export function LaneTrack({ isolation, layout, width, label, failed }: LaneTrackProps) {
  const { segments, marks } = layout;
  const end = segments.at(-1);
  return (
    <svg
      className={`lane-track lane-${isolation}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {segments.map(({ x, width: length, label: name, labelX, open }) => (
        <g key={x}>
          <path className="lane-segment" d={outline(x, length, open)} />
          {name !== "" && (
            <text className="lane-phase" x={labelX} y={BAR.top + 14}>
              {name}
            </text>
          )}
        </g>
      ))}
      {failed && end && <path className="lane-end" d={cross(end.x + end.width, BAR.top + BAR.height / 2)} />}
      {marks.map(({ kind, x, label: text, labelX }) => (
        <g key={kind}>
          <path className={`lane-mark lane-mark-${kind}`} d={MARK[kind]} transform={`translate(${x} 0)`} />
          <text className="lane-label" x={labelX} y={LABEL_Y[kind]}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** A phase that goes on has no right edge yet. */
function outline(x: number, width: number, open: boolean): string {
  const height = BAR.height - 1;
  return `M${x + 0.5 + width} ${BAR.top + 0.5}h${-width}v${height}h${width}${open ? "" : "z"}`;
}

/** Where a launch came to nothing. */
const cross = (x: number, y: number): string => `M${x - 5} ${y - 5}l10 10m0-10l-10 10`;
