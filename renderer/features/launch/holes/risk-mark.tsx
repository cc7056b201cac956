import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle16Regular } from "@fluentui/react-icons/svg/error-circle";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Risk } from "../../../../electron/model/holes.ts";
import { riskWords } from "../../../strings/boundary.ts";

export const RISK_ICONS: Readonly<Record<Risk, ReactElement>> = {
  low: <CheckmarkCircle16Regular />,
  medium: <Warning16Regular />,
  high: <ErrorCircle16Regular />,
};

/** How much a hole gives away: icon and word. */
export const RiskMark = ({ risk }: { readonly risk: Risk }) => (
  <span className={`risk-mark risk-${risk}`}>
    {RISK_ICONS[risk]}
    {riskWords[risk]}
  </span>
);
