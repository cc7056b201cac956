import type { Moment, SeriesId } from "./moment.ts";

/** uPlot's columns: times in seconds, then one column for each series; null draws nothing. */
export type PlotData = [xs: number[], ...columns: (number | null)[][]];

/** Longer than this many intervals between two points means that nobody looked. */
const GAP_INTERVALS = 2.5;

/** Moments as columns to draw. Where nobody looked a point of nulls is put in, so that no line bridges it. */
export function plotData(moments: readonly Moment[], ids: readonly SeriesId[], everyMs: number): PlotData {
  const xs: number[] = [];
  const columns: (number | null)[][] = ids.map(() => []);
  let before: Moment | null = null;
  for (const moment of moments) {
    if (before && isGap(before, moment, everyMs)) {
      xs.push(seconds(before.until + 1));
      for (const column of columns) column.push(null);
    }
    xs.push(seconds((moment.from + moment.until) / 2));
    ids.forEach((id, i) => void columns[i]?.push(moment.figures[id]?.mean ?? null));
    before = moment;
  }
  return [xs, ...columns];
}

/** Whether the view has a time at which nothing was read. */
export const hasGap = (moments: readonly Moment[], everyMs: number): boolean =>
  moments.some((moment, i) => {
    const before = moments[i - 1];
    return isEmpty(moment) || (before !== undefined && isGap(before, moment, everyMs));
  });

const isEmpty = ({ figures }: Moment): boolean => figures.cpu === null && figures.memory === null;

const isGap = (before: Moment, after: Moment, everyMs: number): boolean =>
  after.from - before.until > everyMs * GAP_INTERVALS;

const seconds = (ms: number): number => ms / 1000;
