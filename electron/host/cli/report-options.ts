import { resolve } from "node:path";
import type { HostInfo } from "../../contract/contract.ts";
import type { ReportDocument } from "../../contract/report.ts";
import { type ReportFormat, reportFile } from "../../model/report/report-file.ts";
import type { ReportFrame } from "../../model/report/report-made.ts";
import { readChoice } from "./option-values.ts";
import { notUnderstood, type Values } from "./options.ts";
import { saveChunks } from "./session/save-chunks.ts";
import { shownSession } from "./session/shown.ts";
import type { VerbContext } from "./verb.ts";

const FORMATS = ["html", "markdown", "md", "json"] as const;

export const REPORT_OPTIONS = {
  report: {
    type: "string",
    value: "FORMAT",
    says: "write a report: html, markdown or json",
    completes: FORMATS,
  },
  output: {
    type: "string",
    short: "o",
    value: "FILE",
    says: "the report's file; without it the report is what is printed",
    completes: "file",
  },
} as const;

export interface ReportWish {
  readonly format: ReportFormat;
  /** Null is standard output. */
  readonly file: string | null;
}

/** Null when none is asked for. Throws `invalid`. */
export function readReportWish(
  { report, output }: Values<typeof REPORT_OPTIONS>,
  json: boolean,
): ReportWish | null {
  const format = readChoice("report", report, FORMATS);
  if (format === undefined) {
    if (output !== undefined) throw notUnderstood("goes with --report FORMAT.", "--output");
    return null;
  }
  const file = output === undefined || output === "-" ? null : resolve(output);
  if (file === null && json) throw notUnderstood("needs --output FILE beside --json.", "--report");
  return { format: format === "md" ? "markdown" : format, file };
}

/** When, where and of what it is made. */
export async function reportFrame(host: HostInfo, { session, clock }: VerbContext): Promise<ReportFrame> {
  const { client } = await session();
  return { host, session: await shownSession(client), now: clock.now() };
}

/** Writes the file whole or not at all. */
export async function writeReport(
  document: ReportDocument,
  { format, file }: ReportWish,
  { terminal, log }: VerbContext,
): Promise<void> {
  const { text } = reportFile(document, format);
  if (file === null) return terminal.out.write(text);
  await saveChunks(file, (take) => take(Buffer.from(text)));
  log(`Report: ${file}`);
}
