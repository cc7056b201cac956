import fc from "fast-check";
import { expect, test } from "vitest";
import { container, docker, engine, usageOf } from "../../../e2e/fixtures/fixture-rows.ts";
import type { SortColumn } from "../../ui-state/preferences.ts";
import { type ContainerRow, capabilityOf, toRows } from "./container-row.ts";
import { kernelMap } from "./kernel-map-model.ts";
import { matches, sortRows } from "./list-model.ts";
import { portsText } from "./ports.ts";
import { inOrder, nextOrder, SETTLE_MS } from "./settled-order.ts";

const row = (name: string, cpu = 0): ContainerRow => ({
  key: `docker/${name}`,
  container: container(name, "process", 100),
  usage: { latest: usageOf(`docker/${name}`, cpu, 1), cpu: [] },
  stale: null,
  pending: undefined,
  trouble: null,
  engine: undefined,
});
const names = (rows: readonly ContainerRow[]) => rows.map(({ container: { name } }) => name);

test("sorting is stable: equal rows stand by their key, whatever order they came in", () => {
  const columns: SortColumn[] = ["status", "name", "image", "cpu", "memory", "uptime", "owner", "ports"];
  const rows = ["d", "b", "a", "c"].map((name) => row(name));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: 4 }),
      fc.constantFrom(...columns),
      fc.boolean(),
      (any, column, descending) => {
        const sorted = names(sortRows(any, { column, descending }));
        expect(sorted).toEqual(column === "name" && descending ? ["d", "c", "b", "a"] : ["a", "b", "c", "d"]);
      },
    ),
  );
});

test("numbers in names sort as numbers", () => {
  const sorted = sortRows([row("job-10"), row("job-9")], { column: "name", descending: false });
  expect(names(sorted)).toEqual(["job-9", "job-10"]);
});

test("every word of the filter must be in the row, PIDs included", () => {
  const filter = (text: string) => matches(row("web"), { isolation: "all", text });
  expect(filter("WEB demo")).toBe(true);
  expect(filter("100")).toBe(true);
  expect(filter("web nginx")).toBe(false);
  expect(matches(row("web"), { isolation: "hyperv", text: "" })).toBe(false);
});

test("a list by CPU is put in order at most every five seconds, and not while it is held", () => {
  const sort = { column: "cpu", descending: true } as const;
  const first = nextOrder(null, [row("a", 9), row("b", 1)], sort, 0, false);
  const swapped = sortRows([row("a", 1), row("b", 9)], sort);
  expect(names(swapped)).toEqual(["b", "a"]);
  const early = nextOrder(first, swapped, sort, SETTLE_MS - 1, false);
  expect(names(inOrder(swapped, early))).toEqual(["a", "b"]);
  expect(names(inOrder(swapped, nextOrder(first, swapped, sort, SETTLE_MS, true)))).toEqual(["a", "b"]);
  expect(names(inOrder(swapped, nextOrder(first, swapped, sort, SETTLE_MS, false)))).toEqual(["b", "a"]);
  const other = { column: "name", descending: false } as const;
  expect(nextOrder(first, swapped, other, 1, true).sort).toEqual(other);
});

test("a row is stale with its engine or with the connection, and then nothing can be done with it", () => {
  const away = engine("docker", "Docker", "process", { state: "stale" });
  const sources = {
    containers: [container("a", "process", 1)],
    usage: new Map(),
    pending: new Map(),
    troubles: new Map(),
    lost: null,
  };
  const [live] = toRows({ ...sources, engines: new Map([["docker", docker]]) });
  const [stale] = toRows({ ...sources, engines: new Map([["docker", away]]) });
  const [lost] = toRows({ ...sources, engines: new Map([["docker", docker]]), lost: "Gone." });
  expect(live && capabilityOf(live, "stop")).toEqual({ can: true });
  expect(stale && capabilityOf(stale, "stop")).toMatchObject({ can: false });
  expect(lost && capabilityOf(lost, "stop")).toEqual({ can: false, reason: "Gone." });
});

test("the kernel map has what runs, each on its own side", () => {
  const all = [
    container("a", "process", 1),
    container("b", "hyperv", 2),
    container("c", "process", null),
    container("d", "process", 3, { isolation: null }),
  ];
  const map = kernelMap(
    all.map((one) => ({ container: one, stale: null })),
    "PID",
  );
  expect(map.shared.map(({ name, foot }) => `${name} ${foot}`)).toEqual(["a PID 1"]);
  expect(map.vms.map(({ name, foot }) => `${name} ${foot}`)).toEqual(["b qemu 2"]);
});

test("a VM's tile names its kernel's build where its image tells it", () => {
  const image = { ref: "servercore:ltsc2019", id: null, osVersion: "10.0.17763.6414" };
  const all = [container("a", "hyperv", 1, { image }), container("b", "hyperv", 2)];
  const { vms } = kernelMap(
    all.map((one) => ({ container: one, stale: null })),
    "Id",
  );
  expect(vms.map(({ build }) => build)).toEqual(["17763", null]);
});

test("ports are told once, with other protocols than TCP named", () => {
  const tcp = { hostIp: "0.0.0.0", hostPort: 8080, containerPort: 80, protocol: "tcp" as const };
  const udp = { hostIp: null, hostPort: null, containerPort: 53, protocol: "udp" as const };
  expect(portsText([tcp, { ...tcp, hostIp: "::" }, udp])).toBe("8080→80, 53/udp");
});
