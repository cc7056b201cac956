// @ts-check

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 * @returns {number} NaN without values
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** To a tenth. @param {number} value */
export const tenths = (value) => Math.round(value * 10) / 10;
