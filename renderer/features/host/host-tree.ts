import { compareStarts } from "../../../electron/model/start-order.ts";
import type { HostEntry, HostItem } from "./host-entry.ts";

export interface TreeOptions {
  /** Keys whose children are folded away. */
  readonly collapsed: ReadonlySet<string>;
  /** What to show; those above it are shown, too, so that it hangs on something. Null shows all. */
  readonly matches: ((entry: HostEntry) => boolean) | null;
}

/**
 * Entries as a forest, depth first, siblings in the order given. A child hangs on the process that has its parent number,
 * if that one started no later: numbers are used again, and a younger holder never was its parent.
 */
export function treeItems(entries: readonly HostEntry[], options: TreeOptions): readonly HostItem[] {
  const parents = parentsOf(entries);
  const shown = options.matches && withAncestors(entries.filter(options.matches), parents);
  const { roots, children } = familiesOf(shown ? entries.filter((one) => shown.has(one)) : entries, parents);
  const items: HostItem[] = [];
  // A stack, since a chain of processes can be deeper than calls may nest.
  const open = [lineOf(roots, null, 0)];
  for (let line = open.at(-1); line; line = open.at(-1)) {
    const entry = line.entries[line.next++];
    if (!entry) {
      open.pop();
      continue;
    }
    const below = children.get(entry);
    const expanded = below ? !options.collapsed.has(entry.key) : null;
    const aside = options.matches !== null && !options.matches(entry);
    items.push(itemOf(entry, line, expanded, aside));
    if (below && expanded) open.push(lineOf(below, entry.key, line.depth + 1));
  }
  return items;
}

interface Line {
  readonly entries: readonly HostEntry[];
  readonly parent: string | null;
  readonly depth: number;
  next: number;
}

const lineOf = (entries: readonly HostEntry[], parent: string | null, depth: number): Line => ({
  entries,
  parent,
  depth,
  next: 0,
});

function itemOf(entry: HostEntry, line: Line, expanded: boolean | null, aside: boolean): HostItem {
  const { parent, depth } = line;
  const branch = { depth, expanded, parent, position: line.next, siblings: line.entries.length };
  const { key, row, owner, value } = entry;
  return { key, row, owner, value, branch, aside };
}

type Parents = ReadonlyMap<HostEntry, HostEntry>;

function parentsOf(entries: readonly HostEntry[]): Parents {
  const holders = holdersOf(entries);
  const candidate = (entry: HostEntry) => {
    const holder = holders.get(entry.row.ppid);
    return holder && holder !== entry && compareStarts(holder.row.start, entry.row.start) <= 0
      ? holder
      : null;
  };
  const parents = new Map<HostEntry, HostEntry>();
  for (const entry of entries) {
    const parent = candidate(entry);
    const twins = parent?.row.start === entry.row.start;
    if (parent && !(twins && leadsBack(entry, candidate))) parents.set(entry, parent);
  }
  return parents;
}

/** By PID. While a number passes from one process to the next, the younger one. */
function holdersOf(entries: readonly HostEntry[]): ReadonlyMap<number, HostEntry> {
  const holders = new Map<number, HostEntry>();
  for (const entry of entries) {
    const other = holders.get(entry.row.pid);
    if (!other || compareStarts(other.row.start, entry.row.start) < 0) holders.set(entry.row.pid, entry);
  }
  return holders;
}

/** Whether it would be its own ancestor. Only among processes of one and the same start can numbers say so. */
function leadsBack(entry: HostEntry, parentOf: (entry: HostEntry) => HostEntry | null): boolean {
  const seen = new Set<HostEntry>();
  for (let at = parentOf(entry); at && at.row.start === entry.row.start; at = parentOf(at)) {
    if (at === entry) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

function withAncestors(matching: readonly HostEntry[], parents: Parents): ReadonlySet<HostEntry> {
  const shown = new Set<HostEntry>();
  for (const entry of matching) {
    for (let at: HostEntry | undefined = entry; at && !shown.has(at); at = parents.get(at)) shown.add(at);
  }
  return shown;
}

function familiesOf(entries: readonly HostEntry[], parents: Parents) {
  const roots: HostEntry[] = [];
  const children = new Map<HostEntry, HostEntry[]>();
  for (const entry of entries) {
    const parent = parents.get(entry);
    if (!parent) {
      roots.push(entry);
      continue;
    }
    const siblings = children.get(parent);
    if (siblings) siblings.push(entry);
    else children.set(parent, [entry]);
  }
  return { roots, children };
}
