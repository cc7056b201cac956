import type { ReportDocument } from "../../contract/report.ts";
import { formatDateTime } from "../format.ts";
import { reportWords } from "./report-words.ts";

/** What every format says first: by what it was made and when, and whether of a live host. */
export interface ReportHead {
  readonly made: string;
  /** Live or recorded. */
  readonly source: string;
  readonly isRecorded: boolean;
  /** What the recording says of itself; "" for nothing. */
  readonly note: string;
}

export function reportHead({ made }: ReportDocument): ReportHead {
  const { at, appVersion, hostName, utcOffsetMinutes, recording } = made;
  const times = reportWords.times(offsetText(utcOffsetMinutes));
  return {
    made: `${reportWords.madeBy(appVersion)}, ${formatDateTime(at)}. ${times}`,
    source: recording === null ? reportWords.liveHead(hostName) : recordedText(recording),
    isRecorded: recording !== null,
    note: recording?.note ?? "",
  };
}

function recordedText({
  origin,
  title,
  recordedAt,
}: NonNullable<ReportDocument["made"]["recording"]>): string {
  if (origin === "built-in") return reportWords.builtInHead(title);
  return reportWords.recordedHead(title, formatDateTime(recordedAt));
}

/** `+01:00`, `−05:30`. */
function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "−" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
