import type { Finding, FindingState, Fix } from "../../contract/doctor.ts";
import { formatDateTime } from "../format.ts";
import { summaryText, worstFirst } from "./summary.ts";

const MARKS: Readonly<Record<FindingState, string>> = {
  problem: "Problem",
  warning: "Warning",
  unknown: "Not known",
  ok: "Fine",
  "not-applicable": "Does not apply",
};

export interface ReportHead {
  readonly hostName: string;
  readonly appVersion: string;
  /** ms since the Unix epoch. */
  readonly at: number;
}

/** All findings as Markdown, worst first, with raw facts and what could be done; to paste into an issue. */
export function doctorReport(findings: readonly Finding[], { hostName, appVersion, at }: ReportHead): string {
  const head = `# Isoscope ${appVersion} on ${hostName}, ${formatDateTime(at)}\n\n${summaryText(findings)}`;
  return `${[head, ...worstFirst(findings).map(section)].join("\n\n")}\n`;
}

function section({ title, state, id, found, evidence, fixes, noFix }: Finding): string {
  const facts = evidence.map(({ name, value }) => `- ${oneLine(name)}: ${code(value)}`);
  const remedies = [...fixes.map(remedy), ...(noFix === null ? [] : [noFix])].map((text) => `- Fix: ${text}`);
  const list = [...facts, ...remedies].join("\n");
  return [`## ${MARKS[state]}: ${title} (${id})`, found, ...(list === "" ? [] : [list])].join("\n\n");
}

function remedy(fix: Fix): string {
  switch (fix.kind) {
    case "command":
      return `${fix.title}: ${code(fix.typed)}`;
    case "link":
      return `${fix.title}: ${fix.url}`;
    case "manual":
      return fix.steps
        .map(({ text, command }) => (command === null ? text : `${text} ${code(command)}`))
        .join(" ");
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** In as many backticks as it takes to hold those in the text. */
function code(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}
