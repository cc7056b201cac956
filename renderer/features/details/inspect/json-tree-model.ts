/** One line of the tree. `path` names it: `HostConfig.Binds[0]`. */
export interface JsonLine {
  readonly path: string;
  readonly key: string;
  /** 0 for the document's own fields. */
  readonly depth: number;
  readonly value: unknown;
  /** How many things are in it; null for a plain value. */
  readonly size: number | null;
  readonly open: boolean;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

type Entry = readonly [key: string, path: string, value: unknown];

export const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;

function entriesOf(value: object, path: string): Entry[] {
  if (Array.isArray(value)) return value.map((one, index) => [String(index), `${path}[${index}]`, one]);
  return Object.entries(value).map(([key, one]) => [key, path === "" ? key : `${path}.${key}`, one]);
}

/** The lines that are to be seen, in order: those of closed branches are left out. */
export function jsonLines(document: object, open: ReadonlySet<string>): JsonLine[] {
  const lines: JsonLine[] = [];
  const walk = (value: object, parent: string, depth: number) => {
    const entries = entriesOf(value, parent);
    for (const [index, [key, path, one]] of entries.entries()) {
      const size = isBranch(one) ? entriesOf(one, path).length : null;
      const isOpen = size !== null && size > 0 && open.has(path);
      lines.push({
        ...{ path, key, depth, value: one, size, open: isOpen },
        position: index + 1,
        siblings: entries.length,
      });
      if (isOpen && isBranch(one)) walk(one, path, depth + 1);
    }
  };
  walk(document, "", 0);
  return lines;
}

/** Every branch, for opening all of them. */
export function branchPaths(document: object): Set<string> {
  const paths = new Set<string>();
  const walk = (value: object, parent: string) => {
    for (const [, path, one] of entriesOf(value, parent)) {
      if (!isBranch(one)) continue;
      paths.add(path);
      walk(one, path);
    }
  };
  walk(document, "");
  return paths;
}

/** The branches that must be open for every line that has the word to be seen. The word is in a key or a plain value. */
export function branchesWith(document: object, word: string): Set<string> {
  const wanted = word.toLowerCase();
  const paths = new Set<string>();
  const walk = (value: object, parent: string): boolean => {
    let any = false;
    for (const [key, path, one] of entriesOf(value, parent)) {
      const here = lineHas(key, one, wanted);
      const below = isBranch(one) && walk(one, path);
      if (below) paths.add(path);
      any = any || here || below;
    }
    return any;
  };
  walk(document, "");
  return paths;
}

/** Whether a line's key or plain value has the word, in any case. */
export function lineHas(key: string, value: unknown, word: string): boolean {
  const wanted = word.toLowerCase();
  if (key.toLowerCase().includes(wanted)) return true;
  return !isBranch(value) && String(value).toLowerCase().includes(wanted);
}

/** What copying a line gives: plain text as it is, anything else as JSON. */
export const copyOf = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value, null, 2);

/** The line one level up, by index; -1 at the top. */
export function parentIndex(lines: readonly JsonLine[], index: number): number {
  const depth = lines[index]?.depth ?? 0;
  for (let i = index - 1; i >= 0; i--) if ((lines[i]?.depth ?? 0) < depth) return i;
  return -1;
}
