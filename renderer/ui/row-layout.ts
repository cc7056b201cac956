/** Where the rows of a windowed list lie, in CSS pixels from the top of its body. */
export interface RowLayout {
  readonly count: number;
  /** Height of all rows. */
  readonly total: number;
  readonly top: (index: number) => number;
  readonly size: (index: number) => number;
  /** The row that covers an offset, the nearest one for an offset outside. Without rows 0. */
  readonly at: (offset: number) => number;
}

/** Rows of one height: nothing is computed per row. */
export function uniformLayout(count: number, height: number): RowLayout {
  return {
    count,
    total: count * height,
    top: (index) => index * height,
    size: () => height,
    at: (offset) => clamp(Math.floor(offset / height), count),
  };
}

export function variedLayout(sizes: readonly number[]): RowLayout {
  const tops = prefixSums(sizes);
  const top = (index: number) => tops[index] ?? 0;
  return {
    count: sizes.length,
    total: top(sizes.length - 1) + (sizes.at(-1) ?? 0),
    top,
    size: (index) => sizes[index] ?? 0,
    at: (offset) => clamp(lastNotAbove(tops, offset), sizes.length),
  };
}

/** The top of each row, measured from the top of the body. */
export function prefixSums(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.map((size) => {
    const top = sum;
    sum += size;
    return top;
  });
}

const clamp = (index: number, count: number) => Math.max(0, Math.min(count - 1, index));

/** The last index whose top is not behind the offset; -1 when all are. */
function lastNotAbove(tops: readonly number[], offset: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
