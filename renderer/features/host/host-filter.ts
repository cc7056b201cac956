import type { HostEntry } from "./host-entry.ts";

export interface HostFilter {
  /** Key of the container whose rows alone are shown. */
  readonly container: string | null;
  readonly text: string;
}

/** Null when everything matches. Each word must be in a row's name, command, user, PID or container name. */
export function matcher({ container, text }: HostFilter): ((entry: HostEntry) => boolean) | null {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (container === null && words.length === 0) return null;
  return (entry) =>
    (container === null || entry.owner?.container === container) &&
    words.every((word) => wordIn(word, entry));
}

/** A number is a PID, from its first digit, or part of any text; a word is part of any text. */
function wordIn(word: string, entry: HostEntry): boolean {
  return textOf(entry).includes(word) || String(entry.row.pid).startsWith(word);
}

/** Rows are replaced when they change, so what is known of one stays true as long as it is there. */
const texts = new WeakMap<HostEntry, string>();

function textOf(entry: HostEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { row, owner } = entry;
  const text = [row.name, row.command ?? "", row.user ?? "", owner?.name ?? ""].join("\n").toLowerCase();
  texts.set(entry, text);
  return text;
}
