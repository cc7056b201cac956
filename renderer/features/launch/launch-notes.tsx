import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { Verdict } from "../../../electron/model/advisor/advice.ts";
import { useReplaying } from "../../engine/use-session.ts";
import { errorText } from "../../strings/errors.ts";
import { launchStrings } from "../../strings/launch.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import type { LaunchChoice } from "./launch-choice.ts";
import { fieldOf } from "./launch-form.ts";

interface LaunchNotesProps {
  readonly choice: LaunchChoice;
  /** What the preflight says of the mode: where it would fail for want of an engine, that is said there. */
  readonly verdict: Verdict;
  readonly error: IsoscopeError | null;
}

/** Why nothing here would run it, and what went wrong when it was tried. */
export function LaunchNotes({ choice, verdict, error }: LaunchNotesProps) {
  const { reason } = choice;
  const replaying = useReplaying();
  const text = error && !(error.code === "invalid" && fieldOf(error.field)) ? errorText(error) : null;
  return (
    <>
      {text && (
        <TroubleBar intent="error" title={text.title} raw={text.raw}>
          {text.cause} {text.next}
        </TroubleBar>
      )}
      {reason !== null && verdict !== "fails" && (
        <div className="launch-note">
          <WarningRegular />
          <span>
            {launchStrings.noEngine} {reason}
          </span>
        </div>
      )}
      {replaying && (
        <div className="launch-note">
          <HistoryRegular />
          <span>
            <b>{launchStrings.recording}</b> {launchStrings.recordingText}
          </span>
        </div>
      )}
    </>
  );
}
