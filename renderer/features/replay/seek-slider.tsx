import type { CSSProperties } from "react";
import type { ReplayState } from "../../../electron/contract/session.ts";
import { formatPosition, replayStrings } from "../../strings/replay.ts";
import { useSeek } from "./use-seek.ts";

const STEP_MS = 1000;
const SLIDER_KEYS: ReadonlySet<string> = new Set([
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"],
]);

/** How near to a mark a place has to be to be called by it. ms */
const NEAR_MS = 500;

/** Where the recording is, and the way to anywhere in it. The lines over it are its marks. */
export function SeekSlider({ replay }: { readonly replay: ReplayState }) {
  const { durationMs, marks } = replay;
  const seek = useSeek();
  const at = seek.wanted ?? replay.positionMs;
  const share = (ms: number) => (durationMs === 0 ? 0 : Math.min(1, ms / durationMs));
  return (
    <span className="seek" style={{ "--played": share(at) } as CSSProperties}>
      {marks.map((mark) => (
        <i
          key={`${mark.atMs} ${mark.label}`}
          className="seek-mark"
          style={{ "--at": share(mark.atMs) } as CSSProperties}
        />
      ))}
      <input
        type="range"
        aria-label={replayStrings.position}
        aria-valuetext={valueText(at, replay)}
        min={0}
        max={durationMs}
        step={STEP_MS}
        value={at}
        // What moves the slider moves nothing else, e.g. not the presenter's steps.
        onKeyDown={(event) => SLIDER_KEYS.has(event.key) && event.stopPropagation()}
        onChange={(event) => seek.to(event.currentTarget.valueAsNumber)}
      />
    </span>
  );
}

function valueText(at: number, { durationMs, marks }: ReplayState): string {
  const position = replayStrings.positionText(formatPosition(at), formatPosition(durationMs));
  const mark = marks.find(({ atMs }) => Math.abs(atMs - at) <= NEAR_MS);
  return mark ? replayStrings.atMark(position, mark.label) : position;
}
