import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { FIXTURE_IDS } from "../../../native/test/standin/fixtures.ts";
import { rowsNow, whenGone, whenLive, whenRow, whenStatus } from "../conformance-tools.ts";
import { hostRows } from "./fixtures/host-rows.ts";
import { type StandInBench, standInBench } from "./fixtures/stand-in-bench.ts";

let bench: StandInBench;
let stop = () => {};

beforeAll(async () => {
  bench = await standInBench();
  await whenStatus(bench.engine, ({ state }) => state === "live");
  stop = bench.engine.containers.subscribe({ snapshot: () => {}, change: () => {}, fail: () => {} });
});

afterEach(async () => {
  await bench.control({});
  await whenLive(bench.engine.containers, (rows) => (rows.size === 0 ? true : undefined));
});

afterAll(async () => {
  stop();
  await bench.close();
});

const listed = (kind: keyof typeof FIXTURE_IDS) => whenRow(bench.engine, FIXTURE_IDS[kind], () => true);

it("lists what others made, each with its owner and what is known of its isolation", async () => {
  const kinds = ["docker-process", "docker-hyperv", "containerd-vm", "wsl", "sandbox", "foreign"] as const;
  await bench.control({ systems: kinds });
  const rows = await Promise.all(kinds.map(listed));
  expect(rows.map(({ owner, isolation }) => [owner, isolation])).toEqual([
    ["docker", null],
    ["docker", null],
    ["containerd", "hyperv"],
    ["wsl", "hyperv"],
    ["sandbox", "hyperv"],
    ["SomeoneElse", null],
  ]);
  expect(rows[2]?.name).toBe(FIXTURE_IDS["containerd-vm"].replace("@vm", ""));
  expect(rows[5]?.state).toBe("created");
});

it("gives of Docker's containers what proves their isolation on the host", async () => {
  await bench.control({ systems: ["docker-process", "docker-hyperv"] });
  const ids = [FIXTURE_IDS["docker-process"], FIXTURE_IDS["docker-hyperv"]] as const;
  const [shared, own] = await Promise.all(
    ids.map((id) => whenRow(bench.engine, id, ({ hostProcesses = [] }) => hostProcesses.length > 0)),
  );
  const host = await hostRows(bench.addon);
  const known = (row: typeof shared) =>
    (row?.hostProcesses ?? []).filter(({ pid, start }) =>
      host.some((it) => it.pid === pid && it.start === start),
    );
  expect(known(shared).length).toBeGreaterThan(0);
  expect(known(own)).toEqual([]);
  const vmwp = host.find(({ name }) => /^vmwp/i.test(name));
  expect(vmwp?.command?.toLowerCase()).toContain(own?.utilityVm?.runtimeId.toLowerCase());
});

it("is not taken in by a PID inside a VM that a host process has, too", async () => {
  await bench.control({ systems: ["coincidence"] });
  const id = FIXTURE_IDS.coincidence;
  await whenRow(bench.engine, id, ({ hostProcesses = [] }) => hostProcesses.length > 0);
  const { rows } = await bench.engine.processes(id);
  const ping = rows.find(({ name }) => /^ping$/i.test(name));
  const host = (await hostRows(bench.addon)).find(({ pid }) => pid === ping?.pid);
  expect(host).toBeDefined();
  expect(host?.start).not.toBe(ping?.start);
});

it("kills what nobody keeps, and leaves what its maker keeps", async () => {
  await bench.control({ systems: ["foreign", "wsl", "containerd-vm"] });
  const [foreign, wsl, vm] = await Promise.all([listed("foreign"), listed("wsl"), listed("containerd-vm")]);
  await expect(bench.engine.control(wsl.id, "kill")).rejects.toMatchObject({
    error: { code: "unsupported" },
  });
  await expect(bench.engine.control(vm.id, "remove")).rejects.toMatchObject({
    error: { code: "unsupported" },
  });
  for (const { id } of [foreign, vm]) {
    await bench.engine.control(id, "kill");
    await whenGone(bench.engine, id);
  }
  expect((await rowsNow(bench.engine)).map(({ id }) => id)).toEqual([wsl.id]);
});

it("lists five hundred systems, and lets them go", async () => {
  await bench.control({ systems: [{ kind: "many", count: 500 }] });
  await whenLive(bench.engine.containers, (rows) => (rows.size === 500 ? true : undefined));
});
