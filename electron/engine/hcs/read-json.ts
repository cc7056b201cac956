/** A JSON value whose integers are exact: those that a number cannot hold are `bigint`. */
export type ExactJson =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly ExactJson[]
  | { readonly [key: string]: ExactJson };

/** JSON has one spelling for this character, so a marked string is told from any other by its first letters. */
const MARK = "\u0001";
const ESCAPED_MARK = '"\\u0001';

/** A string (with the colon that makes it a key), or a number. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * `JSON.parse` that loses no digit of an integer: HCS counters are 64 bits wide.
 * Throws SyntaxError for text that is no JSON.
 */
export function readJson(text: string): ExactJson {
  const marked = text.replace(TOKEN, (token, string: string | undefined, colon: string | undefined) => {
    if (string === undefined) return isExact(token) ? token : `"\\u0001n${token}"`;
    return colon === undefined && string.startsWith(ESCAPED_MARK) ? `"\\u0001s${string.slice(1)}` : token;
  });
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(MARK) ? unmark(value) : value,
  );
}

/** Fractions are measurements: the nearest number does. */
const isExact = (token: string): boolean => !/^-?\d+$/.test(token) || Number.isSafeInteger(Number(token));

/** Text such as `007` is no JSON and must stay none, though it fits between quotes. */
function unmark(value: string): string | bigint {
  if (value[1] === "s") return value.slice(2);
  const digits = value.slice(2);
  if (/^-?0\d/.test(digits)) throw new SyntaxError(`${digits} is no JSON number`);
  return BigInt(digits);
}
