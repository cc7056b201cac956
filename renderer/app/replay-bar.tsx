import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { lazy, Suspense, useId, useLayoutEffect, useRef, useState } from "react";
import type { ReplayState } from "../../electron/contract/session.ts";
import { useHost } from "../engine/host-context.tsx";
import { useReplay } from "../engine/use-session.ts";
import { replayReason, replayStatement, replayStrings } from "../strings/replay.ts";
import { formatRoute } from "./router.ts";
import "./replay-bar.css";

const ReplayTransport = lazy(() =>
  import("../features/replay/replay-transport.tsx").then(({ ReplayTransport }) => ({
    default: ReplayTransport,
  })),
);

/** Says on every screen that what is shown is a recording. It goes only with the recording itself. */
export function ReplayBar() {
  const replay = useReplay();
  return replay && <OpenReplayBar replay={replay} />;
}

function OpenReplayBar({ replay }: { readonly replay: ReplayState }) {
  const { client } = useHost();
  const [about, setAbout] = useState(false);
  const id = useId();
  const bar = useRef<HTMLElement>(null);
  useRoomFor(bar);
  const { note, title, gaps } = replay;
  const because = replayReason(replay);
  return (
    <section
      ref={bar}
      className="replay-bar"
      aria-label={replayStrings.region}
      data-region="replay"
      tabIndex={-1}
    >
      {about && (
        <div className="replay-about" id={id}>
          <h2>{title}</h2>
          {[note, ...gaps].map((line) => line !== null && <p key={line}>{line}</p>)}
        </div>
      )}
      <div className="replay-statement">
        <HistoryRegular />
        <p>
          {because !== null && <span>{because} </span>}
          <b>{replayStatement(replay)}</b> <span className="replay-title">{title}</span>
        </p>
        {(note !== null || gaps.length > 0) && (
          <button
            type="button"
            className="replay-button"
            aria-expanded={about}
            aria-controls={id}
            aria-label={replayStrings.about}
            title={replayStrings.about}
            onClick={() => setAbout(!about)}
          >
            <InfoRegular />
          </button>
        )}
        <span className="grow" />
        {replay.liveHere.length === 0 && (
          <a className="replay-button" href={formatRoute({ screen: "settings", page: "doctor" })}>
            {replayStrings.wayToLive}
          </a>
        )}
        <button
          type="button"
          className="replay-button framed"
          onClick={() => void client.call("session.close", {}).catch(() => {})}
        >
          <DismissRegular />
          {replayStrings.close}
        </button>
      </div>
      <Suspense fallback={<div className="replay-transport" />}>
        <ReplayTransport replay={replay} />
      </Suspense>
    </section>
  );
}

/** Dialogs and toasts keep clear of the bar: they lie outside of the shell and cannot know its height otherwise. */
function useRoomFor(bar: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const measure = () => style.setProperty("--replay-height", `${bar.current?.offsetHeight ?? 0}px`);
    const sizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(measure);
    if (bar.current) sizes?.observe(bar.current);
    measure();
    return () => {
      sizes?.disconnect();
      style.removeProperty("--replay-height");
    };
  }, [bar]);
}
