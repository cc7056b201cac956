import { notUnderstood } from "./options.ts";

interface Range {
  readonly least: number;
  readonly most: number;
}

/** A whole number of decimal digits, undefined where none is given. Throws `invalid` for anything else. */
export function readWhole(
  option: string,
  text: string | undefined,
  { least, most }: Range,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : null;
  if (number !== null && number >= least && number <= most) return number;
  throw notUnderstood(`a whole number from ${least} to ${most}, not "${text}"`, `--${option}`);
}

/** One of these words, undefined where none is given. Throws `invalid` for any other. */
export function readChoice<const C extends string>(
  option: string,
  text: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw notUnderstood(`one of ${choices.join(", ")}, not "${text}"`, `--${option}`);
}
