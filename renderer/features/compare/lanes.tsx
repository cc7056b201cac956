import { useRef } from "react";
import type { CompareRun, Comparison } from "../../../electron/contract/compare.ts";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { axisEnd, axisTicks, tickText } from "../../../electron/model/comparison/axis.ts";
import { runEnd } from "../../../electron/model/comparison/lane-layout.ts";
import type { LanePair } from "../../../electron/model/comparison/verdict-row.ts";
import type { Words } from "../../app/words.ts";
import { compareStrings } from "../../strings/compare.ts";
import { Lane } from "./lane.tsx";
import { useGrowingNow } from "./use-elapsed.ts";
import { useWidth } from "./use-width.ts";

interface LanesProps {
  readonly comparison: Comparison;
  readonly lanes: LanePair;
  readonly receivedAt: number;
  readonly engines: readonly EngineStatus[];
  readonly words: Words;
}

const ISOLATIONS = ["process", "hyperv"] as const;

/** Both lanes on one axis of time. */
export function Lanes({ comparison, lanes, receivedAt, engines, words }: LanesProps) {
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track);
  const launching = comparison.runs.some(({ state }) => state === "launching");
  const now = useGrowingNow(launching);
  const elapsed = (run: CompareRun) => elapsedMs(run, comparison.at, now - receivedAt);
  // Of all counted runs and not only the drawn ones, so that the axis stays while one run gives way to the next.
  const drawn = ISOLATIONS.flatMap((one) => {
    const { shown, done } = lanes[one];
    return shown ? [shown, ...done] : done;
  });
  const endMs = axisEnd(Math.max(0, ...drawn.map((run) => runEnd(run, elapsed(run)))));
  return (
    <div className="lanes">
      {ISOLATIONS.map((isolation) => {
        const { shown } = lanes[isolation];
        return (
          <Lane
            key={isolation}
            isolation={isolation}
            lane={lanes[isolation]}
            elapsedMs={shown ? elapsed(shown) : 0}
            scale={{ endMs, width }}
            running={comparison.endedAt === null}
            engine={engines.find(({ id }) => id === comparison.engines[isolation])}
            words={words}
          />
        );
      })}
      <div className="lane-axis" aria-hidden="true">
        <span>{compareStrings.seconds}</span>
        <div ref={track} className="lane-ticks">
          <svg width={width} height="24" aria-hidden="true">
            {axisTicks(endMs).map((ms) => (
              <g key={ms} transform={`translate(${(ms / endMs) * width} 0)`}>
                <path d="M.5 0v24" className="lane-tick" />
                <text x="5" y="16">
                  {tickText(ms)}
                </text>
              </g>
            ))}
          </svg>
        </div>
        <span />
      </div>
    </div>
  );
}

/** How long a launch has gone on: what the host said, and what has passed here since it was heard. */
function elapsedMs(run: CompareRun, toldAt: number, sinceHeard: number): number {
  if (run.state !== "launching" || run.startedAt === null) return 0;
  return toldAt - run.startedAt + Math.max(0, sinceHeard);
}
