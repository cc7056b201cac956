import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess } from "../../../electron/contract/fixtures/rows.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";
import type { HostSort } from "../../ui-state/preferences.ts";
import { sorterOf } from "./host-columns.ts";
import { type HostOrder, nextOrder, type OrderSources, SETTLE_MS } from "./host-order.ts";

const BY_CPU: HostSort = { column: "%CPU", descending: true };
const BY_USER: HostSort = { column: "USER", descending: false };

const row = (pid: number, change: Partial<HostProcess> = {}) => hostProcess({ pid, ...change });
const mapOf = (rows: readonly HostProcess[]) => new Map(rows.map((one) => [`${one.pid}:${one.start}`, one]));

function step(
  before: HostOrder | null,
  rows: ReadonlyMap<string, HostProcess>,
  change: Partial<OrderSources> = {},
): HostOrder {
  const sort = change.sort ?? BY_CPU;
  const sorter = sorterOf(sort.column, "linux");
  return nextOrder(before, { rows, owners: new Map(), sort, sorter, now: 0, held: false, ...change });
}

const pids = ({ entries }: HostOrder) => entries.map((entry) => entry.row.pid);

describe("a list sorted by a live column", () => {
  const first = step(null, mapOf([row(1, { cpuPercent: 5 }), row(2, { cpuPercent: 9 })]));
  const turned = mapOf([row(1, { cpuPercent: 50 }), row(2, { cpuPercent: 9 }), row(3, { cpuPercent: 7 })]);

  test("rests for 5 s while values change, and new rows go to their place", () => {
    expect(pids(first)).toEqual([2, 1]);
    const resting = step(first, turned, { now: SETTLE_MS - 1 });
    expect(pids(resting)).toEqual([2, 3, 1]);
    expect(resting.entries.at(-1)?.row.cpuPercent).toBe(50);
    expect(pids(step(resting, turned, { now: SETTLE_MS }))).toEqual([1, 2, 3]);
  });

  test("rests as long as it is held, and is in order at once when another column is chosen", () => {
    const held = step(first, turned, { now: 10 * SETTLE_MS, held: true });
    expect(pids(held)).toEqual([2, 3, 1]);
    expect(pids(step(held, turned, { held: true, sort: { column: "PID", descending: true } }))).toEqual([
      3, 2, 1,
    ]);
  });

  test("what is unknown comes last, whichever way it is sorted", () => {
    const rows = mapOf([row(1, { cpuPercent: null }), row(2, { cpuPercent: 0 }), row(3, { cpuPercent: 1 })]);
    expect(pids(step(null, rows))).toEqual([3, 2, 1]);
    expect(pids(step(null, rows, { sort: { column: "%CPU", descending: false } }))).toEqual([2, 3, 1]);
  });
});

test("nothing new gives the same order object, and unchanged rows their same entry", () => {
  const rows = mapOf([row(1), row(2)]);
  const before = step(null, rows, { sort: BY_USER });
  const owners = before.owners;
  expect(step(before, rows, { sort: BY_USER, owners })).toBe(before);
  const next = step(before, new Map([...rows, ["2:100", row(2, { cpuMs: 99 })]]), { sort: BY_USER, owners });
  expect(next.entries[0]).toBe(before.entries[0]);
  expect(next.entries[1]).not.toBe(before.entries[1]);
});

test("carrying an order on gives what sorting anew would, after any changes", () => {
  const process = fc.record({
    pid: fc.integer({ min: 1, max: 25 }),
    start: fc.constantFrom("1", "2"),
    user: fc.constantFrom("ana", "root", "Bob", null),
  });
  const readings = fc.array(fc.array(process, { maxLength: 25 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(readings, fc.boolean(), (all, descending) => {
      const sort = { column: "USER", descending };
      let order: HostOrder | null = null;
      for (const reading of all) {
        const rows = mapOf(reading.map((one) => hostProcess(one)));
        order = step(order, rows, { sort });
        expect(order.entries.map(({ key }) => key)).toEqual(
          step(null, rows, { sort }).entries.map(({ key }) => key),
        );
      }
    }),
  );
});
