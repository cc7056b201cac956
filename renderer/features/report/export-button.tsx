import { ArrowExportRegular } from "@fluentui/react-icons/svg/arrow-export";
import { lazy } from "react";
import { reportStrings } from "../../strings/report.ts";
import { PopupButton } from "../../ui/popup-button.tsx";
import "./report.css";
import { type ReportSubject, ReportSubjectProvider } from "./report-subject.ts";

const ExportMenu = lazy(() => import("./export-menu.tsx").then((module) => ({ default: module.ExportMenu })));

interface ExportButtonProps {
  /** Null while there is nothing to report. */
  readonly subject: ReportSubject | null;
}

/** Opens the formats in which what is on screen can be taken away. */
export function ExportButton({ subject }: ExportButtonProps) {
  return (
    <ReportSubjectProvider value={subject}>
      <PopupButton
        appearance="subtle"
        className="export-report"
        icon={<ArrowExportRegular />}
        title={subject ? reportStrings.menu : reportStrings.nothingYet}
        disabled={subject === null}
        popup={ExportMenu}
      >
        {reportStrings.export}
      </PopupButton>
    </ReportSubjectProvider>
  );
}
