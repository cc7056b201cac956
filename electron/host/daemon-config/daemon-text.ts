import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** The text of a daemon.json, taken apart without losing where anything stands. */
export interface DaemonText {
  readonly text: string;
  /** The outermost object; null for a file without anything in it. */
  readonly root: Node | null;
  /** Things that dockerd stumbles over and this program does not: comments. */
  readonly problems: readonly string[];
}

/** Why a text cannot be read, and so is not edited. */
export interface Refusal {
  readonly refused: string;
}

const BOM = "\uFEFF";
const COMMENTS =
  "The file has comments. They are kept, but dockerd reads plain JSON and does not start with them.";

/** Strict but for comments, which are kept. Trailing commas, as everything else that is not JSON, are refused. */
export function readDaemonText(text: string): DaemonText | Refusal {
  const errors: ParseError[] = [];
  const bare = text.startsWith(BOM) ? ` ${text.slice(1)}` : text;
  if (bare.trim() === "") return { text, root: null, problems: [] };
  const root = parseTree(bare, errors, { disallowComments: false, allowTrailingComma: false });
  const [error] = errors;
  if (error) {
    const { line, column } = placeOf(bare, error.offset);
    return { refused: `It is not JSON: ${wordsOf(error)} in line ${line}, column ${column}.` };
  }
  if (root?.type !== "object") return { refused: "It is JSON, but not an object: { … }." };
  return { text, root, problems: hasComments(bare) ? [COMMENTS] : [] };
}

function hasComments(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  return errors.length > 0;
}

/** `CommaExpected` as "comma expected". */
const wordsOf = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

function placeOf(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
