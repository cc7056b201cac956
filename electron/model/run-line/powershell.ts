import { isBlank, type Piece, type SplitCommand, splitWords } from "../split-words.ts";

/** Whatever PowerShell takes for a single quote: typographic ones too. */
const SINGLE = "['‘’‚‛]";
const SINGLES = new RegExp(SINGLE, "g");
const IS_SINGLE = new RegExp(`^${SINGLE}$`);
const IS_DOUBLE = /^["“”„]$/;

/** Characters that mean nothing to PowerShell wherever they stand in an argument. */
const PLAIN = /^[A-Za-z0-9_=+./\\:-]+$/;
/** PowerShell would part an argument that looks like a parameter at its dot or colon. */
const LIKE_A_PARAMETER = /^-.*[.:]/;

/** One argument for a program started from PowerShell 7.3 or later; see {@link losesInOldPowerShell} for older ones. */
export const quoteForPowerShell = (argument: string): string =>
  PLAIN.test(argument) && !LIKE_A_PARAMETER.test(argument)
    ? argument
    : `'${argument.replace(SINGLES, "$&$&")}'`;

/** Whether Windows PowerShell 5.1 hands it over damaged: it drops empty arguments and the double quotes inside others. */
export const losesInOldPowerShell = (argument: string): boolean =>
  argument === "" || argument.includes('"') || /\s.*\\$/s.test(argument);

/** What a letter after a backtick stands for; any other character stands for itself. */
const ESCAPED = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

/** As `splitCommand`, by PowerShell's quoting: backticks escape, doubled quotes stand for one. Nothing is expanded. */
export const splitPowerShell = (text: string): SplitCommand => splitWords(text, { gap, piece: readPiece });

/** A backtick before the end of a line makes a blank of both. */
function gap(text: string, at: number): number {
  const char = text.charAt(at);
  if (isBlank(char)) return 1;
  return char === "`" ? (/^`\r?\n/.exec(text.slice(at, at + 3))?.[0].length ?? 0) : 0;
}

function readPiece(text: string, at: number): Piece {
  const char = text.charAt(at);
  if (IS_SINGLE.test(char)) return readQuoted(text, at, IS_SINGLE, "The single quote is not closed.");
  if (IS_DOUBLE.test(char)) return readQuoted(text, at, IS_DOUBLE, "The double quote is not closed.");
  if (char !== "`") return { value: char, next: at + 1 };
  if (at + 1 >= text.length) return { error: "A backtick at the end escapes nothing.", at };
  return { value: escaped(text, at), next: at + 2 };
}

const escaped = (text: string, at: number): string => {
  const next = text.charAt(at + 1);
  return ESCAPED.get(next) ?? next;
};

function readQuoted(text: string, at: number, quote: RegExp, open: string): Piece {
  const parts: string[] = [];
  let next = at + 1;
  while (next < text.length) {
    const char = text.charAt(next);
    if (quote.test(char)) {
      if (!quote.test(text.charAt(next + 1))) return { value: parts.join(""), next: next + 1 };
      parts.push(text.charAt(next + 1));
      next += 2;
    } else if (char === "`" && quote === IS_DOUBLE && next + 1 < text.length) {
      parts.push(escaped(text, next));
      next += 2;
    } else {
      parts.push(char);
      next++;
    }
  }
  return { error: open, at };
}
