import { Comparison } from "../../../contract/compare.ts";
import type { HostInfo } from "../../../contract/contract.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { summariseLane } from "../../../model/compare-summary.ts";
import { compareOutcome } from "../../../model/comparison/outcome.ts";
import type { LanePair, VerdictCell } from "../../../model/comparison/verdict-row.ts";
import { verdictRows } from "../../../model/comparison/verdict-rows.ts";
import { plural } from "../../../model/format.ts";
import { compareReport } from "../../../model/report/compare-report.ts";
import { wordsOf } from "../../../model/words.ts";
import { EXIT } from "../exit-codes.ts";
import { readChoice } from "../option-values.ts";
import { ProgressLine } from "../progress-line.ts";
import { REPORT_OPTIONS, readReportWish, reportFrame, writeReport } from "../report-options.ts";
import { settledEngines } from "../session/engines.ts";
import { type Column, table } from "../table.ts";
import { defineVerb, type VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

const RUNS = { "1": 1, "5": 5, "10": 10 } as const;
/** Ten runs of each, of an image whose start takes minutes. */
const COMPARE_MS = 4 * 3_600_000;
const UNDO_MS = 120_000;

export const compare = defineVerb({
  name: "compare",
  summary: "run one image under both isolations in turn, and say what the wall costs",
  words: { usage: "IMAGE [COMMAND [ARG…]]", least: 1, most: Number.POSITIVE_INFINITY, completes: "image" },
  stopsAtWord: true,
  options: {
    runs: {
      type: "string",
      short: "n",
      value: "N",
      says: "how often in each: 1 (when left out), 5 or 10",
      completes: ["1", "5", "10"],
    },
    keep: { type: "boolean", says: "leave the containers of the last run running" },
    ...REPORT_OPTIONS,
  },
  details: [
    "A warm-up of each goes before, which is not counted. Exit code 1 when one side failed. Ctrl+C ends it and removes",
    "what it made.",
  ],
  examples: [
    "isoscope compare isoscope/demo:latest ping 127.0.0.1",
    "isoscope compare -n 5 --report html -o cost.html debian:12 sleep 60",
  ],
  output: Comparison,
  run: async ({ values, words: [image = "", ...command] }, context) => {
    const runs = RUNS[readChoice("runs", values.runs, ["1", "5", "10"]) ?? "1"];
    const report = readReportWish(values, context.json);
    const engines = await settledEngines(context);
    const { client } = await context.session();
    const info = await client.call("host.info", {});
    const spec = { image, command, runs, keep: values.keep === true };
    const { comparison: id } = await client.call("compare.start", spec);
    const ended = await finished(id, context);
    if (report) {
      const document = compareReport({ ...(await reportFrame(info, context)), comparison: ended, engines });
      await writeReport(document, report, context);
    }
    if (context.json) context.out(JSON.stringify(ended));
    else if (report?.file !== null) {
      for (const line of resultLines(ended, info, context.terminal.out.columns)) context.out(line);
    }
    return ended.state === "done" && ended.runs.every(({ error }) => error === null)
      ? EXIT.done
      : EXIT.failed;
  },
});

/** Waits for its end. At the signal it is stopped, and has removed what it made when this rejects. */
async function finished(id: string, { session, clock, signal, terminal }: VerbContext): Promise<Comparison> {
  const { client } = await session();
  const progress = new ProgressLine(terminal.err);
  const over = (all: readonly Comparison[]) => {
    const mine = all.find((one) => one.id === id);
    if (mine) progress.show(stepOf(mine));
    return mine && mine.endedAt !== null ? mine : undefined;
  };
  const wait = { what: "the comparison", ms: COMPARE_MS, clock };
  try {
    return await watchUntil(client, "compare.watch", {}, over, { ...wait, signal });
  } catch (thrown) {
    if (!(thrown instanceof IsoscopeFailure) || thrown.error.code !== "cancelled") throw thrown;
    await client.call("compare.stop", { comparison: id });
    await watchUntil(client, "compare.watch", {}, over, { ...wait, ms: UNDO_MS });
    throw thrown;
  } finally {
    progress.clear();
  }
}

function stepOf({ runs }: Comparison): string {
  const at = runs.findIndex(({ state }) => !["done", "failed", "stopped", "skipped"].includes(state));
  const run = runs[at];
  if (!run) return "Removing what is left";
  const what = run.number === 0 ? "warm-up" : `run ${run.number}`;
  return `${at + 1} of ${runs.length}: ${what} under ${run.isolation} isolation, ${run.state}`;
}

function resultLines(comparison: Comparison, info: HostInfo, width: number | null): readonly string[] {
  const words = wordsOf(info);
  const lanes: LanePair = {
    process: summariseLane(comparison, "process"),
    hyperv: summariseLane(comparison, "hyperv"),
  };
  const columns: readonly Column[] = [
    { title: plural(comparison.spec.runs, "RUN", "RUNS") },
    { title: words.isolation.process.toUpperCase(), cuts: true },
    { title: words.isolation.hyperv.toUpperCase(), cuts: true },
    { title: "DIFFERENCE" },
  ];
  const rows = verdictRows(lanes, words, info.platform === "win32").map((row) => [
    row.measure,
    cellText(row.process),
    cellText(row.hyperv),
    row.difference,
  ]);
  const { cost, gain } = compareOutcome(comparison, lanes, words);
  const left = comparison.left.map(({ name }) => `${name} could not be removed.`);
  return [...table(columns, rows, width), "", ...[cost, gain, ...left].filter((line) => line !== "")];
}

const cellText = ({ value, words, note }: VerdictCell): string => {
  const text = value === "" ? words : value;
  return note === "" ? text : `${text} (${note})`;
};
