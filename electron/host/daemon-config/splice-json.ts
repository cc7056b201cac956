import { type Edit, type Node, visit } from "jsonc-parser";

/** `\r\n` in a text that has it, else `\n`. */
export const endOfLine = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

const endOf = ({ offset, length }: Node): number => offset + length;
const insert = (offset: number, content: string): Edit => ({ offset, length: 0, content });
const remove = (offset: number, end: number): Edit => ({ offset, length: end - offset, content: "" });

/** Edits that put a further child behind the last one, set apart as that one is, and take nothing away. */
export function appendChild(text: string, parent: Node, content: string): Edit[] {
  const last = parent.children?.at(-1);
  const from = last ? endOf(last) : parent.offset + 1;
  const between = text.slice(from, endOf(parent) - 1);
  const written = between.trimEnd();
  const at = from + written.length;
  if (!last) return [insert(at, firstChild(text, parent, between, content))];
  const apart = /\s*$/.exec(text.slice(0, last.offset))?.[0] ?? "";
  const lead = endsInLineComment(written) && !/[\r\n]/.test(apart) ? endOfLine(text) + apart : apart;
  return written === ""
    ? [insert(at, `,${lead}${content}`)]
    : [insert(from, ","), insert(at, lead + content)];
}

const endsInLineComment = (text: string): boolean => /\/\/[^\r\n]*$/.test(text);

function firstChild(text: string, parent: Node, between: string, content: string): string {
  const eol = endOfLine(text);
  if (parent.type === "array") return endsInLineComment(between.trimEnd()) ? eol + content : content;
  const closed = /[\r\n]\s*$/.test(between);
  return `${eol}  ${content}${closed ? "" : eol}`;
}

/** Edits that take a child away with its comma, and leave every comment. */
export function removeChild(text: string, siblings: readonly Node[], gone: Node): Edit[] {
  const index = siblings.indexOf(gone);
  const next = siblings[index + 1];
  const before = siblings[index - 1];
  if (next)
    return withComma(text, gone, endOf(gone), next.offset, (only) =>
      only ? [remove(gone.offset, next.offset)] : null,
    );
  if (before)
    return withComma(text, gone, endOf(before), gone.offset, (only) =>
      only ? [remove(endOf(before), endOf(gone))] : null,
    );
  return [remove(gone.offset, endOf(gone))];
}

/** The neat way where only a comma and spaces lie between; else the child and the comma by themselves. */
function withComma(
  text: string,
  gone: Node,
  from: number,
  to: number,
  neat: (only: boolean) => Edit[] | null,
): Edit[] {
  const only = /^\s*,\s*$/.test(text.slice(from, to));
  const comma = commaBetween(text, from, to);
  return (
    neat(only) ?? [remove(gone.offset, endOf(gone)), ...(comma === null ? [] : [remove(comma, comma + 1)])]
  );
}

/** A comma in a comment is none. */
function commaBetween(text: string, from: number, to: number): number | null {
  let found: number | null = null;
  visit(text, {
    onSeparator: (character, offset) => {
      if (character === "," && offset >= from && offset < to) found ??= offset;
    },
  });
  return found;
}
