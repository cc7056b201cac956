import type { ReportSection } from "../../contract/report.ts";
import type { Link, Scope } from "../../contract/scope.ts";
import { linkEvidence } from "../evidence/link-evidence.ts";
import { publishedEvidence } from "../evidence/published-evidence.ts";
import type { Words } from "../words.ts";
import { reportWords } from "./report-words.ts";

/**
 * Each process that is on both sides, with what proves it; null where there is none.
 * @param published whether it was never read but is told by the page the figures come from
 */
export function linkTable({ links, mainPid }: Scope, words: Words, published: boolean): ReportSection | null {
  if (links.length === 0) return null;
  const [inside, certainty, proof] = reportWords.linkColumns;
  const titles = [inside, reportWords.onHost(words.pid), certainty, proof];
  return {
    kind: "table",
    title: reportWords.links,
    caption: "",
    columns: titles.map((title, index) => ({ title, numeric: index < 2 })),
    rows: links.map((link) => ({
      mark: link.insidePid === mainPid ? ("main" as const) : null,
      cells: [
        String(link.insidePid),
        String(link.hostPid),
        ...(published
          ? [reportWords.published, publishedEvidence.same]
          : [certaintyOf(link), linkEvidence(link)]),
      ],
    })),
  };
}

const certaintyOf = ({ certainty }: Link): string =>
  certainty === "proven" ? reportWords.proven : reportWords.likely;
