import { parse } from "lossless-json";

/**
 * `JSON.parse` that loses no digit of an integer: HCS counters are 64 bits wide. Integers that a number cannot hold
 * are `bigint`. Throws SyntaxError for text that is no JSON.
 */
export const readJson = (text: string): unknown => parse(text, undefined, readNumber);

/** Fractions are measurements: the nearest number does. */
function readNumber(token: string): number | bigint {
  const number = Number(token);
  return !/^-?\d+$/.test(token) || Number.isSafeInteger(number) ? number : BigInt(token);
}
