import { isBlank, type Piece, type SplitCommand, splitWords } from "./split-words.ts";

/** A line that goes on in the next one. */
const CONTINUED = /^\\\r?\n/;

/** What a backslash escapes inside double quotes; before anything else it stands for itself, as in POSIX. */
const ESCAPED_IN_DOUBLE = new Set(['"', "\\", "$", "`"]);

/**
 * Splits a typed command into arguments by POSIX quoting: blanks part, single quotes keep all, double quotes keep all
 * but backslash escapes, a backslash outside quotes keeps the next character or, at its end, joins two lines. Nothing is
 * expanded and no shell runs.
 */
export const splitCommand = (text: string): SplitCommand =>
  splitWords(text, { gap: (all, at) => (isBlank(all.charAt(at)) ? 1 : 0), piece: readPiece });

/** One quoted run, one escaped character, or a run of plain characters. */
function readPiece(text: string, at: number): Piece {
  switch (text.charAt(at)) {
    case "'":
      return readSingle(text, at);
    case '"':
      return readDouble(text, at);
    case "\\":
      return readEscaped(text, at);
    default:
      return readPlain(text, at);
  }
}

function readEscaped(text: string, at: number): Piece {
  const continued = CONTINUED.exec(text.slice(at, at + 3));
  if (continued) return { value: null, next: at + continued[0].length };
  if (at + 1 >= text.length) return { error: "A backslash at the end escapes nothing.", at };
  return { value: text.charAt(at + 1), next: at + 2 };
}

function readPlain(text: string, at: number): Piece {
  let end = at;
  while (end < text.length && !/[\s'"\\]/.test(text.charAt(end))) end++;
  return { value: text.slice(at, end), next: end };
}

function readSingle(text: string, at: number): Piece {
  const end = text.indexOf("'", at + 1);
  if (end < 0) return { error: "The single quote is not closed.", at };
  return { value: text.slice(at + 1, end), next: end + 1 };
}

function readDouble(text: string, at: number): Piece {
  const parts: string[] = [];
  let next = at + 1;
  while (next < text.length) {
    const char = text.charAt(next);
    if (char === '"') return { value: parts.join(""), next: next + 1 };
    const escapes = char === "\\" && ESCAPED_IN_DOUBLE.has(text.charAt(next + 1));
    parts.push(escapes ? text.charAt(next + 1) : char);
    next += escapes ? 2 : 1;
  }
  return { error: "The double quote is not closed.", at };
}

const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One argument as it can be pasted into a POSIX shell. */
export const quoteArgument = (argument: string): string =>
  PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;

/** The text that {@link splitCommand} splits into exactly these arguments. */
export const joinCommand = (argv: readonly string[]): string => argv.map(quoteArgument).join(" ");
