import { ArrowResetRegular } from "@fluentui/react-icons/svg/arrow-reset";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { PauseFilled } from "@fluentui/react-icons/svg/pause";
import { PlayFilled } from "@fluentui/react-icons/svg/play";
import { PreviousRegular } from "@fluentui/react-icons/svg/previous";
import { lazy } from "react";
import type { ReplayState } from "../../../electron/contract/session.ts";
import { formatPosition, replayStrings } from "../../strings/replay.ts";
import { PopupButton } from "../../ui/popup-button.tsx";
import { SeekSlider } from "./seek-slider.tsx";
import { useReplayControl } from "./use-replay-control.ts";

const SpeedMenu = lazy(() => import("./speed-menu.tsx").then(({ SpeedMenu }) => ({ default: SpeedMenu })));
const MomentsMenu = lazy(() =>
  import("./moments-menu.tsx").then(({ MomentsMenu }) => ({ default: MomentsMenu })),
);

/** Play, seek and speed. */
export function ReplayTransport({ replay }: { readonly replay: ReplayState }) {
  const control = useReplayControl();
  const { playing, positionMs, durationMs, speed, marks } = replay;
  const ended = !playing && positionMs >= durationMs;
  return (
    <div className="replay-transport">
      <button
        type="button"
        className="replay-button square"
        aria-label={playing ? replayStrings.pause : ended ? replayStrings.again : replayStrings.play}
        title={playing ? replayStrings.pause : ended ? replayStrings.again : replayStrings.play}
        onClick={() => control({ action: playing ? "pause" : "play" })}
      >
        {playing ? <PauseFilled /> : ended ? <ArrowResetRegular /> : <PlayFilled />}
      </button>
      <button
        type="button"
        className="replay-button square"
        aria-label={replayStrings.toStart}
        title={replayStrings.toStart}
        onClick={() => control({ action: "seek", positionMs: 0 })}
      >
        <PreviousRegular />
      </button>
      <span className="replay-time">{formatPosition(positionMs)}</span>
      <SeekSlider replay={replay} />
      <span className="replay-time">{formatPosition(durationMs)}</span>
      {marks.length > 0 && (
        <PopupButton popup={MomentsMenu} appearance="transparent" className="replay-button">
          {replayStrings.moments} <ChevronUpRegular />
        </PopupButton>
      )}
      <PopupButton
        popup={SpeedMenu}
        appearance="transparent"
        className="replay-button"
        aria-label={replayStrings.speed(speed)}
      >
        {replayStrings.speedShort(speed)} <ChevronUpRegular />
      </PopupButton>
    </div>
  );
}
