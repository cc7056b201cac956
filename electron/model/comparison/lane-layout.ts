import type { CompareRun } from "../../contract/compare.ts";
import type { Words } from "../words.ts";
import { firstMark, neverAppears, phaseWord, secondsNumber, sightMark } from "./compare-words.ts";

/** Everything here is in px of the track, from its left. */
export interface Segment {
  readonly x: number;
  readonly width: number;
  /** "" where it does not fit. */
  readonly label: string;
  /** Beside a mark, never under it. */
  readonly labelX: number;
  readonly open: boolean;
}

export interface Mark {
  readonly kind: "first" | "sight";
  readonly x: number;
  readonly label: string;
  readonly labelX: number;
}

export interface LaneLayout {
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
}

/** Never less than what a character of the 11 px face takes on average, with room to spare. */
const CHARACTER_PX = 6;
const LABEL_GAP = 6;
/** A phase too short to be seen still shows that it was there. */
const LEAST_PX = 1;

const textWidth = (text: string): number => text.length * CHARACTER_PX;

/**
 * Places a run's phases and marks. A phase that goes on ends at `elapsedMs`. The two labels have lines of their own,
 * above and below the bar, and move left rather than leave the track, so that none ever covers another.
 */
export function laneLayout(
  run: CompareRun,
  elapsedMs: number,
  scale: { readonly endMs: number; readonly width: number },
  words: Words,
): LaneLayout {
  const xOf = (ms: number) => (Math.max(0, ms) / scale.endMs) * scale.width;
  const mark = (kind: Mark["kind"], ms: number, label: string): Mark => {
    const x = xOf(ms);
    const last = Math.max(0, scale.width - textWidth(label));
    return { kind, x, label, labelX: Math.min(x + LABEL_GAP, last) };
  };
  const { firstProcess, hostSight } = run;
  const marks = [
    ...(firstProcess ? [mark("first", firstProcess.ms, firstMark(firstProcess.ms))] : []),
    ...(hostSight ? [mark("sight", hostSight.ms, sightMark(hostSight, missing(run), words))] : []),
  ];
  const segments = run.phases.map(({ name, fromMs, toMs }): Segment => {
    const x = xOf(fromMs);
    const width = Math.max(LEAST_PX, xOf(toMs ?? Math.max(fromMs, elapsedMs)) - x);
    return { x, width, open: toMs === null, ...placeLabel(phaseWord(name), x, x + width, marks) };
  });
  return { segments, marks };
}

/** A phase's name where no mark crosses it: at its beginning, else behind a mark; nowhere when there is no room. */
function placeLabel(
  label: string,
  from: number,
  to: number,
  marks: readonly Mark[],
): Pick<Segment, "label" | "labelX"> {
  const places = [from, ...marks.map(({ x }) => x).filter((x) => x >= from && x < to)].sort((a, b) => a - b);
  for (const place of places) {
    const labelX = place + LABEL_GAP;
    const end = labelX + textWidth(label);
    const crossed = marks.some(({ x }) => x > labelX - LABEL_GAP / 2 && x < end + LABEL_GAP / 2);
    if (end + LABEL_GAP <= to && !crossed) return { label, labelX };
  }
  return { label: "", labelX: from };
}

/** That the host has no row of the command, although it was looked for; null where it has one or nobody looked. */
function missing({ facts, hostSight }: CompareRun): string | null {
  if (!facts || hostSight?.role !== "worker" || facts.pidInside === null) return null;
  const { own, others } = facts.search;
  return own.length === 0 ? neverAppears(facts.program, others) : null;
}

/** The last moment of a run that is drawn, ms. */
export function runEnd(run: CompareRun, elapsedMs: number): number {
  const ends = run.phases.map(({ fromMs, toMs }) => toMs ?? Math.max(fromMs, elapsedMs));
  return Math.max(0, ...ends, run.firstProcess?.ms ?? 0, run.hostSight?.ms ?? 0);
}

/** The lane in words, for those who do not see it. */
export function laneText(word: string, run: CompareRun, words: Words): string {
  const phases = run.phases.map(({ name, fromMs, toMs }) =>
    toMs === null ? `${phaseWord(name)} under way` : `${phaseWord(name)} ${secondsNumber(toMs - fromMs)} s`,
  );
  const first = run.firstProcess ? [`${firstMark(run.firstProcess.ms)} s`] : [];
  const sight = run.hostSight ? [sightMark(run.hostSight, missing(run), words)] : [];
  return `${word}. ${[...phases, ...first, ...sight].join(". ")}`;
}
