import type { StatsSample } from "../../../electron/contract/stats.ts";

export const SERIES = ["cpu", "memory", "rx", "tx", "read", "write"] as const;
export type SeriesId = (typeof SERIES)[number];

/** Figures of one series over a time, and of how many samples. */
export interface Figures {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** One point of the charts: a sample, or several merged. Times are ms since the Unix epoch. */
export interface Moment {
  readonly from: number;
  readonly until: number;
  /** Null where nothing was read. */
  readonly figures: Readonly<Record<SeriesId, Figures | null>>;
}

export function momentOf(sample: StatsSample): Moment {
  return {
    from: sample.at,
    until: sample.at,
    figures: {
      cpu: figureOf(sample.cpuPercent),
      memory: figureOf(sample.memoryBytes),
      rx: figureOf(sample.rxRate),
      tx: figureOf(sample.txRate),
      read: figureOf(sample.readRate),
      write: figureOf(sample.writeRate),
    },
  };
}

/** Two moments, the earlier first, as one. */
export function mergeMoments(a: Moment, b: Moment): Moment {
  const both = (id: SeriesId) => mergeFigures(a.figures[id], b.figures[id]);
  return {
    from: a.from,
    until: b.until,
    figures: {
      cpu: both("cpu"),
      memory: both("memory"),
      rx: both("rx"),
      tx: both("tx"),
      read: both("read"),
      write: both("write"),
    },
  };
}

/** All moments of one series as one; null when nothing was read in any. */
export const overall = (moments: readonly Moment[], id: SeriesId): Figures | null =>
  moments.reduce<Figures | null>((all, { figures }) => mergeFigures(all, figures[id]), null);

const figureOf = (value: number | null): Figures | null =>
  value === null ? null : { mean: value, least: value, most: value, count: 1 };

function mergeFigures(a: Figures | null, b: Figures | null): Figures | null {
  if (!a || !b) return a ?? b;
  const count = a.count + b.count;
  return {
    mean: (a.mean * a.count + b.mean * b.count) / count,
    least: Math.min(a.least, b.least),
    most: Math.max(a.most, b.most),
    count,
  };
}
