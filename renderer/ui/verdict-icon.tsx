import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Regular } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle16Regular } from "@fluentui/react-icons/svg/question-circle";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Verdict } from "../../electron/model/advisor/advice.ts";
import "./verdict-icon.css";

/** What is to be expected of a launch. Each verdict has a shape of its own; colour only repeats it. */
export const verdictIcon: Readonly<Record<Verdict, ReactElement>> = {
  runs: <CheckmarkCircle16Regular className="verdict-icon runs" />,
  "unsupported-for-production": <Warning16Regular className="verdict-icon limited" />,
  fails: <ErrorCircle16Regular className="verdict-icon fails" />,
  unknown: <QuestionCircle16Regular className="verdict-icon" />,
};
