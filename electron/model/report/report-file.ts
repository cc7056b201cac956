import type { ReportDocument } from "../../contract/report.ts";
import { reportHtml } from "./report-html.ts";
import { reportJson } from "./report-json.ts";
import { reportMarkdown } from "./report-markdown.ts";

export const REPORT_FORMATS = ["html", "markdown", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  /** A name for the file: letters, digits and hyphens of what it is about, and the format's ending. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

const FORMATS = {
  html: { ending: "html", type: "text/html", write: reportHtml },
  markdown: { ending: "md", type: "text/markdown", write: reportMarkdown },
  json: { ending: "json", type: "application/json", write: reportJson },
} as const;

/** The report in one format, whole. */
export function reportFile(document: ReportDocument, format: ReportFormat): ReportFile {
  const { type, write } = FORMATS[format];
  const { data } = document;
  const name = reportFileName(data.kind === "scope" ? data.container.name : null, format);
  return { name, type, text: write(document) };
}

/** What a report's file is called. @param container its name; null for a comparison. */
export function reportFileName(container: string | null, format: ReportFormat): string {
  const safe = (container ?? "compare").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `isoscope-${safe.slice(0, 60) || "report"}.${FORMATS[format].ending}`;
}

export const reportType = (format: ReportFormat): string => FORMATS[format].type;
