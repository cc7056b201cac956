import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { FindingState } from "../../../electron/contract/doctor.ts";
import "./state-icon.css";

/** Each state has a shape of its own; colour only repeats it. */
export const stateIcon: Readonly<Record<FindingState, ReactElement>> = {
  problem: <ErrorCircleRegular className="finding-icon problem" />,
  warning: <WarningRegular className="finding-icon warning" />,
  unknown: <QuestionCircleRegular className="finding-icon" />,
  ok: <CheckmarkCircleRegular className="finding-icon ok" />,
  "not-applicable": <SubtractCircleRegular className="finding-icon" />,
};
