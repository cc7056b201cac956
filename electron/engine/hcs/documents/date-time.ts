/** 100 ns from 1601 to 1970. */
const EPOCH = 116_444_736_000_000_000n;

/** ISO 8601 in UTC with any number of fraction digits, as HCS writes times. */
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|\+00:00)?$/;

/** ms since the Unix epoch, fractions cut; null for text that is no time. */
export function toUnixMs(text: string | undefined): number | null {
  const [, seconds, fraction = ""] = DATE_TIME.exec(text ?? "") ?? [];
  const whole = seconds === undefined ? Number.NaN : Date.parse(`${seconds}Z`);
  return Number.isNaN(whole) ? null : whole + Number(fraction.padEnd(3, "0").slice(0, 3));
}

/**
 * The kernel's own start stamp (100 ns since 1601, decimal) that the text was made from. Null unless the text has all
 * seven digits: a rounded one would be another stamp.
 */
export function toStartStamp(text: string | undefined): string | null {
  const [, seconds, fraction = ""] = DATE_TIME.exec(text ?? "") ?? [];
  const whole = seconds === undefined ? Number.NaN : Date.parse(`${seconds}Z`);
  if (Number.isNaN(whole) || fraction.length !== 7) return null;
  const stamp = EPOCH + BigInt(whole) * 10_000n + BigInt(fraction);
  return stamp > 0n ? stamp.toString() : null;
}
