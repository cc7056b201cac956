import { applyEdits, type Edit } from "jsonc-parser";
import type { Isolation } from "../../contract/engine.ts";
import type { Refusal } from "./daemon-text.ts";
import { EXEC_OPTS, type ExecOpts, readExecOpts } from "./exec-opts.ts";
import { appendChild, endOfLine, removeChild } from "./splice-json.ts";

/** The text after an edit. */
export interface Edited {
  readonly text: string;
}

/**
 * The text with another default isolation in its `exec-opts`; null takes the setting out. Everything else stays as it is,
 * byte for byte: other options, unknown keys, comments, spaces and ends of lines. An edit that does not read back as wanted
 * is refused, as is a text that is not JSON.
 */
export function editDefaultIsolation(text: string, wanted: Isolation | null): Edited | Refusal {
  const read = readExecOpts(text);
  if ("refused" in read) return read;
  const edited = wanted === null ? withoutEntries(read) : withEntry(read, wanted);
  const after = readExecOpts(edited);
  const kept = !("refused" in after) && after.isolation === wanted;
  return kept
    ? { text: edited }
    : { refused: "It could not be changed without touching more than this setting." };
}

function withEntry(read: ExecOpts, wanted: Isolation): string {
  if (read.isolation === wanted) return read.text;
  return applyEdits(read.text, entryEdits(read, JSON.stringify(`isolation=${wanted}`)));
}

function entryEdits({ text, root, list, entries }: ExecOpts, option: string): Edit[] {
  const last = entries.at(-1);
  if (last) return [{ offset: last.offset, length: last.length, content: option }];
  if (list) return appendChild(text, list, option);
  const property = `${JSON.stringify(EXEC_OPTS)}: [${option}]`;
  if (root) return appendChild(text, root, property);
  const eol = endOfLine(text);
  return [{ offset: text.length, length: 0, content: `{${eol}  ${property}${eol}}${eol}` }];
}

/** One entry after another; a list that held nothing else goes as a whole. */
function withoutEntries({ text, root, property, list, entries }: ExecOpts): string {
  const last = entries.at(-1);
  if (!root || !property || !list || !last) return text;
  const options = list.children ?? [];
  if (entries.length === options.length && !holdsComment(text.slice(list.offset, list.offset + list.length)))
    return applyEdits(text, removeChild(text, root.children ?? [], property));
  const fewer = applyEdits(text, removeChild(text, options, last));
  const read = readExecOpts(fewer);
  return "refused" in read ? text : withoutEntries(read);
}

const holdsComment = (list: string): boolean => /\/\/|\/\*/.test(list);
