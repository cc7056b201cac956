import fc from "fast-check";
import { expect, test } from "vitest";
import { hostRow } from "../../../e2e/fixtures/fixture-rows.ts";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { layoutLinks, placeOf } from "./gutter-layout.ts";
import { identityKey } from "./identity.ts";
import { otherMode } from "./other-mode.ts";
import { hostCounts, hostItems, insideItems, insideKey } from "./pane-items.ts";
import { placeItems } from "./placed-items.ts";

const [shared, micro] = scene.scopes as [Scope, Scope];
const table = new Map(scene.processes.map((row) => [identityKey(row), row]));
const shape = (items: ReturnType<typeof hostItems> | ReturnType<typeof insideItems>) =>
  items
    .slice(0, 6)
    .map((item) => (item.kind === "process" ? item.row.pid : item.kind === "group" ? item.text : "opaque"));

test("the command comes first on both sides, the rest by PID", () => {
  expect(shape(insideItems(shared))).toEqual([
    "Your command",
    7,
    "Other container processes, 2, by PID",
    1,
    9,
  ]);
  expect(shape(hostItems(shared, table, "related", "PID"))).toEqual([
    "Your command",
    48213,
    "Other container processes, 2, by PID",
    48190,
    48221,
    "Other processes, by PID",
  ]);
});

test("all rows by PID keep the related ones among the others", () => {
  const items = hostItems(shared, table, "all", "PID");
  expect(shape(items).slice(0, 4)).toEqual(["Your command", 48213, "Other processes, by PID", 1]);
  expect(items).toHaveLength(table.size + 2);
});

test("under VM isolation the worker is the lid of an opaque box, and no inside row is on the host's side", () => {
  expect(shape(hostItems(micro, table, "related", "PID")).slice(0, 3)).toEqual([
    48391,
    "opaque",
    "Other processes, by PID",
  ]);
  expect(hostCounts(micro)).toEqual({ linked: 0, workers: 1, other: micro.hostCount - 1 });
});

test("every host row is there exactly once, in either order", () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 60_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(rows, fc.constantFrom("related" as const, "all" as const), (pids, order) => {
      const host = new Map(pids.map((pid) => [`${pid}:${pid}`, hostRow(pid, 1, `p${pid}`)]));
      const keys = hostItems(shared, host, order, "PID").flatMap((item) =>
        item.kind === "process" ? [item.key] : [],
      );
      expect(new Set(keys).size).toBe(keys.length);
      const wanted = new Set([...host.keys(), ...shared.related.map(identityKey)]);
      expect(new Set(keys)).toEqual(wanted);
    }),
  );
});

test("a link whose partner is scrolled away points to where it is", () => {
  const inside = placeItems(insideItems(shared));
  const pane = { top: 60, height: 200, scrollTop: 0 };
  const layout = layoutLinks({
    links: shared.links,
    insideRow: (link) => inside.at(insideKey(link.insidePid)),
    hostRow: (link) => ({ key: "", offset: link.hostPid === 48213 ? 22 : 5_000 + link.hostPid, size: 24 }),
    inside: pane,
    host: pane,
  });
  const drawn = layout.links.map(({ link, host }) => [link.hostPid, "y" in host ? host.y : host.away]);
  expect(drawn).toEqual([
    [48213, 94],
    [48190, "down"],
    [48221, "down"],
  ]);
  expect(layout.below.map(({ link }) => link.hostPid)).toEqual([48190, 48221]);
  expect(layout.above).toEqual([]);
});

test("links with both ends out of sight are counted, not drawn", () => {
  const pane = { top: 0, height: 100, scrollTop: 500 };
  const row = { key: "", offset: 0, size: 24 };
  expect(placeOf(row, pane)).toEqual({ away: "up" });
  const layout = layoutLinks({
    links: shared.links,
    insideRow: () => row,
    hostRow: () => row,
    inside: pane,
    host: pane,
  });
  expect(layout.links).toEqual([]);
  expect([layout.above.length, layout.below.length]).toEqual([3, 0]);
});

test("the other mode is the same image and command behind the other wall, running", () => {
  const [one, two] = scene.containers;
  if (!one || !two) throw new Error("the scene has two containers");
  expect(otherMode(one, scene.containers)?.key).toBe("microvm/ping-micro");
  expect(otherMode(one, [{ ...two, state: "exited" }])).toBeNull();
  expect(otherMode(one, [{ ...two, command: "ping localhost" }])).toBeNull();
});
