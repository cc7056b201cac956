import { Button, ProgressBar } from "@fluentui/react-components";
import type { Words } from "../../app/words.ts";
import { launchButton, launchStrings } from "../../strings/launch.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { jobProgress } from "../../ui/job-progress.ts";
import type { LaunchChoice } from "./launch-choice.ts";
import type { Launching } from "./use-launch.ts";

interface LaunchFooterProps {
  readonly launching: Launching;
  readonly choice: LaunchChoice;
  readonly words: Words;
  readonly onLaunch: () => void;
  readonly onClose: () => void;
}

/** How far it is on the left, what can be done on the right. */
export function LaunchFooter({ launching, choice, words, onLaunch, onClose }: LaunchFooterProps) {
  const { busy, job } = launching;
  const progress = job ? jobProgress(job) : null;
  return (
    <div className="launch-footer">
      <div className="launch-progress" role="status">
        {busy && (
          <>
            <span className="small">{job?.phase ?? launchStrings.starting}</span>
            <ProgressBar
              aria-label={job?.phase ?? launchStrings.starting}
              {...(progress !== null && { value: progress })}
            />
          </>
        )}
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
        icon={<IsoGlyph isolation={choice.isolation} />}
        onClick={onLaunch}
      >
        {launchButton(choice.isolation, words)}
      </Button>
    </div>
  );
}
