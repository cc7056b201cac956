import type { HostProcess } from "../../contract/process.ts";

/** The rows in the order of a tree, names indented below their parents'. What has no parent here stands at the root. */
export function processTree(rows: readonly HostProcess[]): readonly HostProcess[] {
  const pids = new Set(rows.map(({ pid }) => pid));
  const children = groupByParent(rows, pids);
  const out: HostProcess[] = [];
  const seen = new Set<HostProcess>();
  const visit = (row: HostProcess, depth: number) => {
    if (seen.has(row)) return;
    seen.add(row);
    out.push({ ...row, name: `${"  ".repeat(depth)}${row.name}` });
    for (const child of children.get(row.pid) ?? []) visit(child, depth + 1);
  };
  for (const root of children.get(null) ?? []) visit(root, 0);
  // A reused number may close a circle that no root leads to.
  for (const row of rows) visit(row, 0);
  return out;
}

function groupByParent(
  rows: readonly HostProcess[],
  pids: ReadonlySet<number>,
): ReadonlyMap<number | null, readonly HostProcess[]> {
  const groups = new Map<number | null, HostProcess[]>();
  for (const row of [...rows].sort((a, b) => a.pid - b.pid)) {
    const parent = row.ppid !== row.pid && pids.has(row.ppid) ? row.ppid : null;
    const group = groups.get(parent);
    if (group) group.push(row);
    else groups.set(parent, [row]);
  }
  return groups;
}
