import { Button } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import type { Finding } from "../../../electron/contract/doctor.ts";
import { doctorReport } from "../../../electron/model/doctor/report.ts";
import { countStates, summaryText } from "../../../electron/model/doctor/summary.ts";
import { useHostInfo } from "../../engine/host-context.tsx";
import { useReplaying } from "../../engine/use-session.ts";
import { doctorStrings } from "../../strings/doctor.ts";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { useQuietAnnounce } from "../../ui/use-quiet-announce.ts";
import { stateIcon } from "./state-icon.tsx";

interface DoctorHeadProps {
  /** All there are, for the report. */
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
  readonly onCheck: (ids?: string[]) => void;
}

/** How this host is, in a line, and what can be done with all of it. */
export function DoctorHead({ findings, shown, onCheck }: DoctorHeadProps) {
  const host = useHostInfo();
  const replaying = useReplaying();
  const checking = shown.some((finding) => finding.checking);
  const summary = summaryText(shown);
  useQuietAnnounce(checking ? "" : summary);
  const report = () =>
    doctorReport(findings, {
      hostName: replaying || !host ? doctorStrings.thisHost : host.hostName,
      appVersion: host?.appVersion ?? "",
      at: Date.now(),
    });
  return (
    <div className="doctor-head">
      {stateIcon[worstOf(shown)]}
      <b>{summary}</b>
      <span className="dim">{checking && doctorStrings.checking}</span>
      <Button
        size="small"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={checking}
        onClick={() => onCheck()}
      >
        {doctorStrings.checkAll}
      </Button>
      <CopyTextButton
        text={report}
        words={{
          copy: doctorStrings.copyReport,
          copied: doctorStrings.copied,
          refused: doctorStrings.refused,
        }}
      />
    </div>
  );
}

/** What could not be found out does not make a host ill. */
function worstOf(findings: readonly Finding[]): Finding["state"] {
  const { problem, warning } = countStates(findings);
  return problem > 0 ? "problem" : warning > 0 ? "warning" : "ok";
}
