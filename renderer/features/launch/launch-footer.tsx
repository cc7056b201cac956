import { Button, ProgressBar } from "@fluentui/react-components";
import type { Verdict } from "../../../electron/model/advisor/advice.ts";
import type { Words } from "../../app/words.ts";
import { useReplaying } from "../../engine/use-session.ts";
import { launchAnyway, launchButton, launchStrings, playLaunch } from "../../strings/launch.ts";
import { preflightState, preflightStrings } from "../../strings/launch-preflight.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { jobProgress } from "../../ui/job-progress.ts";
import { useNow } from "../../ui/use-now.ts";
import type { LaunchChoice } from "./launch-choice.ts";
import type { Launching } from "./use-launch.ts";

interface LaunchFooterProps {
  readonly launching: Launching;
  readonly choice: LaunchChoice;
  readonly verdict: Verdict;
  /** When the preflight last ran, ms since the Unix epoch. */
  readonly checkedAt: number;
  readonly words: Words;
  readonly onLaunch: () => void;
  readonly onClose: () => void;
}

/** What was checked or how far it is on the left, what can be done on the right. */
export function LaunchFooter(props: LaunchFooterProps) {
  const { launching, choice, verdict, checkedAt, words, onLaunch, onClose } = props;
  const { busy, job } = launching;
  const { isolation } = choice;
  const fails = verdict === "fails";
  const buttonText = useReplaying() ? playLaunch : fails ? launchAnyway : launchButton;
  return (
    <div className="launch-footer">
      <div className="launch-progress">
        <div role="status">
          {busy ? <Progress job={job} /> : preflightState(verdict, words.isolation[isolation])}
        </div>
        {!busy && <Checked at={checkedAt} />}
      </div>
      {busy ? (
        <Button disabledFocusable={job === null} onClick={() => launching.cancel()}>
          {launchStrings.cancelLaunch}
        </Button>
      ) : (
        <Button onClick={onClose}>{launchStrings.cancel}</Button>
      )}
      {/* A button that cannot be focused would drop the focus out of the dialog, and Escape with it. */}
      <Button
        appearance="primary"
        className="launch-button"
        disabledFocusable={busy}
        icon={<IsoGlyph isolation={isolation} />}
        onClick={onLaunch}
      >
        {buttonText(isolation, words)}
      </Button>
    </div>
  );
}

function Progress({ job }: { readonly job: Launching["job"] }) {
  const progress = job ? jobProgress(job) : null;
  return (
    <>
      <span>{job?.phase ?? launchStrings.starting}</span>
      <ProgressBar
        aria-label={job?.phase ?? launchStrings.starting}
        {...(progress !== null && { value: progress })}
      />
    </>
  );
}

/** Its age is no news: it is not read out. */
function Checked({ at }: { readonly at: number }) {
  const seconds = Math.max(0, Math.floor((useNow() - at) / 1000));
  return <span>{seconds < 1 ? preflightStrings.justNow : preflightStrings.ago(seconds)}</span>;
}
