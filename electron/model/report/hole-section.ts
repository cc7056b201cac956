import type { ReportSection } from "../../contract/report.ts";
import { effectWords, kindWords, riskWords } from "../boundary-words.ts";
import type { Holes } from "../holes.ts";
import { reportWords } from "./report-words.ts";

/** What leads through the boundary. That nothing does and that nobody told are two things. */
export function holeSection(holes: Holes): ReportSection {
  const title = reportWords.holes;
  if (holes === null) return { kind: "text", title, lines: [reportWords.holesUnknown] };
  if (holes.length === 0) return { kind: "text", title, lines: [reportWords.noHoles] };
  return {
    kind: "table",
    title,
    caption: "",
    columns: reportWords.holeColumns.map((column) => ({ title: column, numeric: false })),
    rows: holes.map(({ kind, what, risk, effect }) => ({
      cells: [kindWords[kind], what, riskWords[risk], effectWords[effect]],
      mark: null,
    })),
  };
}
