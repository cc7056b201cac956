import type { CompareRun } from "../../contract/compare.ts";
import { compareCost, type LaneSummary, type Spread } from "../compare-summary.ts";
import { formatBytes, plural, UNKNOWN } from "../format.ts";
import type { Words } from "../words.ts";
import {
  NOT_MEASURED,
  phaseWord,
  rangeText,
  secondsText,
  signedBytes,
  signedSeconds,
} from "./compare-words.ts";
import {
  bothRow,
  cell,
  type LanePair,
  row,
  said,
  unknown,
  type VerdictCell,
  type VerdictRow,
} from "./verdict-row.ts";
import { verdictStrings } from "./verdict-words.ts";

/** What was measured of the runs: times, phases and memory. */
export function measureRows(lanes: LanePair, words: Words): readonly VerdictRow[] {
  return [
    timeRow(lanes),
    bothRow("phases", verdictStrings.phases, lanes, ({ shown }) => phasesCell(shown)),
    bothRow("sight", verdictStrings.sight, lanes, ({ shown }) => sightCell(shown, words)),
    memoryRow(lanes),
  ];
}

function timeRow(lanes: LanePair): VerdictRow {
  const { ms } = compareCost(lanes.process, lanes.hyperv);
  const { process, hyperv } = bothRow("", "", lanes, ({ firstProcess }) =>
    spreadCell(firstProcess, secondsText),
  );
  return row("time", verdictStrings.time, process, hyperv, ms === null ? UNKNOWN : signedSeconds(ms));
}

function spreadCell(spread: Spread | null, format: (value: number) => string): VerdictCell {
  return spread ? cell(format(spread.median), rangeText(spread, format)) : unknown(NOT_MEASURED);
}

function phasesCell(run: CompareRun | null): VerdictCell {
  const ended = run?.phases.flatMap(({ name, fromMs, toMs }) =>
    toMs === null ? [] : [`${phaseWord(name)} ${secondsText(toMs - fromMs)}`],
  );
  return ended && ended.length > 0 ? said(ended.join(", ")) : unknown(NOT_MEASURED);
}

function sightCell(run: CompareRun | null, words: Words): VerdictCell {
  if (!run?.hostSight) return unknown(run?.facts ? verdictStrings.notSeen : NOT_MEASURED);
  const { ms, name, pid } = run.hostSight;
  return cell(secondsText(ms), `${name}, ${words.pid} ${pid}`);
}

function memoryRow(lanes: LanePair): VerdictRow {
  const { bytes } = compareCost(lanes.process, lanes.hyperv);
  const { process, hyperv } = bothRow("", "", lanes, memoryCell);
  return row("memory", verdictStrings.memory, process, hyperv, bytes === null ? UNKNOWN : signedBytes(bytes));
}

function memoryCell({ privateBytes, proportionalBytes, facts }: LaneSummary): VerdictCell {
  if (!facts) return unknown(NOT_MEASURED);
  const { memory } = facts;
  if (!privateBytes) return unknown(memory.why ?? NOT_MEASURED);
  const share = proportionalBytes ? verdictStrings.proportional(formatBytes(proportionalBytes.median)) : "";
  const range = privateBytes.count > 1 ? rangeText(privateBytes, formatBytes) : "";
  const what = verdictStrings.privateOf(plural(memory.processes.length, "process", "processes"));
  return cell(
    formatBytes(privateBytes.median),
    [what, share, range].filter((part) => part !== "").join("; "),
  );
}
