import type { HostInfo } from "../../contract/contract.ts";
import type { ReportDocument } from "../../contract/report.ts";
import type { Session } from "../../contract/session.ts";

/** When, where and of what a report is made. */
export interface ReportFrame {
  readonly host: HostInfo;
  /** What the screens show: this host, or a recording, which the report then says of itself. */
  readonly session: Session;
  /** ms since the Unix epoch. */
  readonly now: number;
}

export function reportMade({ host, session, now }: ReportFrame): ReportDocument["made"] {
  const { hostName, platform, appVersion } = host;
  return {
    ...{ at: now, appVersion, hostName, platform },
    utcOffsetMinutes: 0 - new Date(now).getTimezoneOffset(),
    recording:
      session.kind === "live"
        ? null
        : {
            ...{ title: session.title, origin: session.origin, note: session.note },
            ...{ recordedAt: session.recordedAt, positionMs: session.positionMs },
          },
  };
}
