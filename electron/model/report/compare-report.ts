import type { CompareRun, Comparison } from "../../contract/compare.ts";
import type { EngineStatus } from "../../contract/engine.ts";
import type { ComparePicture, ReportDocument, ReportSection } from "../../contract/report.ts";
import { quoteArgument } from "../command-line.ts";
import { type LaneSummary, summariseLane } from "../compare-summary.ts";
import { axisEnd } from "../comparison/axis.ts";
import { NOT_MEASURED, phaseWord, secondsText, sightMark, statusText } from "../comparison/compare-words.ts";
import { runEnd } from "../comparison/lane-layout.ts";
import { measuredLines } from "../comparison/measured-lines.ts";
import { methodLines } from "../comparison/method-lines.ts";
import { compareOutcome } from "../comparison/outcome.ts";
import type { LanePair, VerdictCell } from "../comparison/verdict-row.ts";
import { verdictRows } from "../comparison/verdict-rows.ts";
import { engineName } from "../engine-name.ts";
import { formatBytes, formatDateTime } from "../format.ts";
import { type Words, wordsOf } from "../words.ts";
import { type ReportFrame, reportMade } from "./report-made.ts";
import { reportWords } from "./report-words.ts";

export interface CompareReportInput extends ReportFrame {
  readonly comparison: Comparison;
  /** Those that are there now; one that has gone is named by its id. */
  readonly engines: readonly EngineStatus[];
}

const LANES = ["process", "hyperv"] as const;

/** Everything a report of one comparison holds, before it has a format. */
export function compareReport(input: CompareReportInput): ReportDocument {
  const { comparison, host } = input;
  const words = wordsOf(host);
  const lanes = {
    process: summariseLane(comparison, "process"),
    hyperv: summariseLane(comparison, "hyperv"),
  };
  const { cost, gain } = compareOutcome(comparison, lanes, words);
  return {
    ...{ format: "isoscope-report", version: 1 },
    title: reportWords.compareTitle,
    summary: [cost, ...(gain === "" ? [] : [gain])],
    made: reportMade(input),
    picture: lanePicture(lanes, words),
    sections: [
      comparisonFacts(input, words),
      resultTable(lanes, words, host.platform === "win32"),
      runTable(comparison.runs, words),
      ...measured(comparison, lanes, words),
    ],
    data: { kind: "compare", comparison },
  };
}

function comparisonFacts({ comparison, engines }: CompareReportInput, words: Words): ReportSection {
  const { spec, endedAt, kept, left } = comparison;
  const fact = (name: string, value: string, note = "") => ({ name, value, note });
  const cleanUp = [
    ...(kept.length > 0 ? [reportWords.kept(kept.map(({ name }) => name).join(", "))] : []),
    ...(left.length > 0 ? [reportWords.left(left.map(({ name }) => name).join(", "))] : []),
  ];
  return {
    kind: "facts",
    title: reportWords.comparison,
    facts: [
      fact(reportWords.image, spec.image),
      ...LANES.map((isolation) => {
        const id = comparison.engines[isolation];
        const engine = engines.find((one) => one.id === id);
        return fact(reportWords.engineOf(words.isolation[isolation]), engine ? engineName(engine).full : id);
      }),
      fact(reportWords.command, spec.command.map(quoteArgument).join(" ")),
      fact(reportWords.runs, `${statusText(spec.runs)}.`, cleanUp.join(" ") || reportWords.removed),
      fact(reportWords.finished, endedAt === null ? reportWords.notFinished : formatDateTime(endedAt)),
    ],
  };
}

function resultTable(lanes: LanePair, words: Words, windows: boolean): ReportSection {
  const { process, hyperv } = words.isolation;
  const titles = [reportWords.measure, process, hyperv, reportWords.difference];
  return {
    kind: "table",
    title: reportWords.results,
    caption: "",
    columns: titles.map((title) => ({ title, numeric: false })),
    rows: verdictRows(lanes, words, windows).map((row) => ({
      cells: [row.measure, cellText(row.process), cellText(row.hyperv), row.difference],
      mark: row.decisive ? ("main" as const) : null,
    })),
  };
}

const cellText = ({ value, words, note }: VerdictCell): string =>
  [`${value}${words}`, note].filter((part) => part !== "").join(", ");

function runTable(runs: readonly CompareRun[], words: Words): ReportSection {
  return {
    kind: "table",
    title: reportWords.runsTable,
    caption: "",
    columns: reportWords.runColumns.map((title, index) => ({ title, numeric: index > 2 })),
    rows: runs.map(({ isolation, number, state, firstProcess, facts }) => ({
      mark: null,
      cells: [
        words.isolation[isolation],
        number === 0 ? reportWords.warmUp : String(number),
        state,
        firstProcess ? secondsText(firstProcess.ms) : NOT_MEASURED,
        facts ? formatBytes(facts.memory.privateBytes) : NOT_MEASURED,
      ],
    })),
  };
}

function measured({ method }: Comparison, lanes: LanePair, words: Words): ReportSection[] {
  const perLane = LANES.map((isolation): ReportSection => {
    const title = `${reportWords.howMeasured}: ${words.isolation[isolation]}`;
    return { kind: "text", title, lines: [...measuredLines(lanes[isolation])] };
  });
  const order: ReportSection = {
    ...{ kind: "text", title: reportWords.howMeasured },
    lines: methodLines(method).map(({ term, text }) => `${term}: ${text}`),
  };
  return [order, ...perLane.filter((section) => section.kind !== "text" || section.lines.length > 0)];
}

/** The runs that the screen draws; null before there is one. */
function lanePicture(lanes: LanePair, words: Words): ComparePicture | null {
  const shown = LANES.flatMap((isolation) => {
    const { shown: run } = lanes[isolation];
    return run ? [{ isolation, run, lane: lanes[isolation] }] : [];
  });
  if (shown.length === 0) return null;
  return {
    kind: "compare",
    endMs: axisEnd(Math.max(...shown.map(({ run }) => runEnd(run, 0)))),
    lanes: shown.map(({ isolation, run, lane }) => ({
      isolation,
      word: words.isolation[isolation],
      phases: run.phases.map(({ name, fromMs, toMs }) => ({
        ...{ name: phaseWord(name), fromMs },
        toMs: toMs ?? fromMs,
      })),
      firstMs: run.firstProcess?.ms ?? null,
      sight: run.hostSight ? { ms: run.hostSight.ms, words: sightMark(run.hostSight, null, words) } : null,
      result: resultText(lane),
    })),
  };
}

const resultText = ({ firstProcess }: LaneSummary): string =>
  firstProcess ? secondsText(firstProcess.median) : NOT_MEASURED;
