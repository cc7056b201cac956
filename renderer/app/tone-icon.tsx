import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Tone } from "./engine-state.ts";

/** How an engine is, as a shape. */
export const toneIcon: Readonly<Record<Tone, ReactElement>> = {
  ok: <CheckmarkCircleRegular className="tone-ok" />,
  busy: <ClockRegular />,
  trouble: <WarningRegular className="tone-trouble" />,
  off: <PlugDisconnectedRegular />,
};
