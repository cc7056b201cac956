import { type Moment, mergeMoments } from "./moment.ts";

/** More points than a chart has pixels across tell nothing. */
export const MOST_POINTS = 480;

/** A container's life as far as it was watched, in at most {@link MOST_POINTS} points of equal width. */
export interface Life {
  /** ms since the Unix epoch; points begin at whole widths from here. */
  readonly origin: number;
  /** Time that one point stands for, ms. */
  readonly width: number;
  readonly points: readonly Moment[];
}

const FIRST_WIDTH_MS = 500;

export const lifeOf = (first: Moment): Life => ({
  origin: first.from,
  width: FIRST_WIDTH_MS,
  points: [first],
});

/** Adds a moment after all others. When there are too many points, each two neighbours become one. */
export function addToLife(life: Life, moment: Moment): Life {
  const points = joined(life, [...life.points.slice(-1), moment]);
  const grown = { ...life, points: [...life.points.slice(0, -1), ...points] };
  return grown.points.length > MOST_POINTS ? halved(grown) : grown;
}

/** Widens until it fits: one doubling need not be enough where points lie far apart. */
function halved(life: Life): Life {
  const wider = { ...life, width: life.width * 2 };
  const next = { ...wider, points: joined(wider, wider.points) };
  return next.points.length > MOST_POINTS ? halved(next) : next;
}

/** Merges neighbours that begin in the same width. */
function joined({ origin, width }: Life, points: readonly Moment[]): Moment[] {
  const slot = ({ from }: Moment) => Math.floor((from - origin) / width);
  const merged: Moment[] = [];
  for (const point of points) {
    const last = merged.at(-1);
    if (last && slot(last) === slot(point)) merged[merged.length - 1] = mergeMoments(last, point);
    else merged.push(point);
  }
  return merged;
}
