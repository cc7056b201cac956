import type { HostProcess } from "../contract/process.ts";

/** What a change of the process table touched of one kind of group; `born` are the groups with new rows. */
export interface TouchedGroups<G> {
  readonly all: Set<G>;
  readonly born: Set<G>;
}

export const untouched = <G>(): TouchedGroups<G> => ({ all: new Set(), born: new Set() });

/** Host rows by a group that the operating system tells of each, such as its container or its silo. */
export class RowGroups<G> {
  readonly #groupOf: (row: HostProcess) => G | null;
  readonly #groups = new Map<G, Map<string, HostProcess>>();

  /** `groupOf` is null for a row that belongs to none. */
  constructor(groupOf: (row: HostProcess) => G | null) {
    this.#groupOf = groupOf;
  }

  rows(group: G): readonly HostProcess[] {
    return [...(this.#groups.get(group)?.values() ?? [])];
  }

  drop(key: string, row: HostProcess, touched: TouchedGroups<G>): void {
    const group = this.#groupOf(row);
    if (group === null) return;
    touched.all.add(group);
    const members = this.#groups.get(group);
    members?.delete(key);
    if (members?.size === 0) this.#groups.delete(group);
  }

  /** `old` is the row that was dropped for this one. */
  put(key: string, row: HostProcess, old: HostProcess | undefined, touched: TouchedGroups<G>): void {
    const group = this.#groupOf(row);
    if (group === null) return;
    touched.all.add(group);
    if (!old || this.#groupOf(old) !== group) touched.born.add(group);
    const members = this.#groups.get(group) ?? new Map<string, HostProcess>();
    this.#groups.set(group, members.set(key, row));
  }
}
