import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess } from "../../../electron/contract/fixtures/rows.ts";
import { compareStarts } from "../../../electron/model/start-order.ts";
import type { HostEntry } from "./host-entry.ts";
import { treeItems } from "./host-tree.ts";

const entry = (pid: number, ppid: number, start: string): HostEntry => ({
  key: `${pid}:${start}`,
  row: hostProcess({ pid, ppid, start }),
  owner: null,
  value: pid,
});

const ALL = { collapsed: new Set<string>(), matches: null };
const lines = (items: ReturnType<typeof treeItems>) =>
  items.map(({ row, branch }) => `${" ".repeat(branch?.depth ?? 0)}${row.pid}`);

describe("the tree", () => {
  const family = [
    entry(1, 0, "1"),
    entry(2, 0, "1"),
    entry(10, 1, "5"),
    entry(11, 10, "6"),
    entry(12, 1, "7"),
  ];

  test("hangs each process on its parent, siblings in the order given, and says where each stands", () => {
    const items = treeItems(family, ALL);
    expect(lines(items)).toEqual(["1", " 10", "  11", " 12", "2"]);
    expect(items[3]?.branch).toEqual({
      ...{ depth: 1, expanded: null, parent: "1:1" },
      ...{ position: 2, siblings: 2 },
    });
    expect(lines(treeItems([...family].reverse(), ALL))).toEqual(["2", "1", " 12", " 10", "  11"]);
  });

  test("a younger holder of the parent's number is not the parent", () => {
    expect(lines(treeItems([entry(1, 0, "1"), entry(10, 1, "90"), entry(11, 10, "6")], ALL))).toEqual([
      "1",
      " 10",
      "11",
    ]);
  });

  test("processes of one start that name each other as parents are roots, and what hangs on them does", () => {
    expect(lines(treeItems([entry(5, 6, "1"), entry(6, 5, "1"), entry(7, 6, "2")], ALL))).toEqual([
      "5",
      "6",
      " 7",
    ]);
    expect(lines(treeItems([entry(0, 0, "0"), entry(4, 0, "0")], ALL))).toEqual(["0", " 4"]);
  });

  test("folds away what is below", () => {
    const items = treeItems(family, { ...ALL, collapsed: new Set(["1:1"]) });
    expect(lines(items)).toEqual(["1", "2"]);
    expect(items.map(({ branch }) => branch?.expanded)).toEqual([false, null]);
  });

  test("shows what matches with those above it, and marks these", () => {
    const items = treeItems(family, { ...ALL, matches: ({ row }) => row.pid === 11 });
    expect(items.map(({ row, aside }) => [row.pid, aside])).toEqual([
      [1, true],
      [10, true],
      [11, false],
    ]);
  });

  test("a chain of 10,000 does not overflow", () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => entry(i + 1, i, "1"));
    expect(treeItems(chain, ALL).at(-1)?.branch?.depth).toBe(9_999);
  });
});

test("every process is in it once, below a parent that began no later, whatever the numbers say", () => {
  const process = fc.record({
    pid: fc.integer({ min: 0, max: 20 }),
    ppid: fc.integer({ min: 0, max: 20 }),
    start: fc.constantFrom("1", "2", "10"),
  });
  const some = fc.uniqueArray(process, { selector: ({ pid, start }) => `${pid}:${start}` });
  fc.assert(
    fc.property(some, (rows) => {
      const entries = rows.map(({ pid, ppid, start }) => entry(pid, ppid, start));
      const items = treeItems(entries, ALL);
      expect(items.map(({ key }) => key).sort()).toEqual(entries.map(({ key }) => key).sort());
      for (const { row, branch } of items) {
        const parent = items.find(({ key }) => key === branch?.parent)?.row;
        if (!parent) continue;
        expect(parent.pid).toBe(row.ppid);
        expect(compareStarts(parent.start, row.start)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
