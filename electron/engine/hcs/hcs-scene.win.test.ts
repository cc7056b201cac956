import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../../../native/test/standin/fixtures.ts";
import { launchSpec, quietWork, whenGone, whenRow, whenStatus } from "../conformance-tools.ts";
import { hostRows } from "./fixtures/host-rows.ts";
import { type StandInBench, standInBench } from "./fixtures/stand-in-bench.ts";

let bench: StandInBench;

beforeAll(async () => {
  bench = await standInBench();
  await whenStatus(bench.engine, ({ state }) => state === "live");
});

afterAll(() => bench.close());

const onHost = async (pattern: RegExp) =>
  (await hostRows(bench.addon)).filter(({ name }) => pattern.test(name));

describe("what Isoscope launches itself", () => {
  const launch = async (isolation: "process" | "hyperv") => {
    const command = ["ping.exe", "localhost", "-t"];
    const spec = launchSpec({ image: bench.image, isolation, command });
    const id = await bench.engine.launch(spec, quietWork());
    return whenRow(bench.engine, id, ({ state }) => state === "running");
  };

  const remove = async (id: string) => {
    await bench.engine.control(id, "remove");
    await whenGone(bench.engine, id);
    expect(await onHost(/^(?:ping|vmwp|CExecSvc)/i)).toEqual([]);
  };

  it("is the very same process on both sides under process isolation", async () => {
    const { id, mainPid } = await launch("process");
    const { rows } = await bench.engine.processes(id);
    const inside = rows.find(({ name }) => name.toLowerCase() === "ping");
    const [host, ...others] = await onHost(/^ping(?:\.exe)?$/i);
    expect(others).toEqual([]);
    expect(inside).toMatchObject({ pid: host?.pid, hostPid: mainPid, start: host?.start });
    expect(inside?.start).toMatch(/^\d{18}$/);
    expect(await onHost(/^vmwp/i)).toEqual([]);
    const row = await whenRow(bench.engine, id, ({ hostProcesses = [] }) => hostProcesses.length > 0);
    expect(row.hostProcesses).toContainEqual({ pid: host?.pid, start: host?.start });
    await remove(id);
  });

  it("is only a worker process on the host under Hyper-V isolation", async () => {
    const { id, utilityVm } = await launch("hyperv");
    const { rows } = await bench.engine.processes(id);
    expect(rows.find(({ name }) => name.toLowerCase() === "ping")).toMatchObject({ hostPid: null });
    expect(await onHost(/^ping/i)).toEqual([]);
    const [worker, ...others] = await onHost(/^vmwp/i);
    expect(others).toEqual([]);
    expect(utilityVm?.runtimeId).toMatch(/^[0-9a-f-]{36}$/i);
    expect(worker?.command?.toLowerCase()).toContain(utilityVm?.runtimeId.toLowerCase());
    await remove(id);
  });
});

it("tells the PIDs of the product's table, of containers that Docker made", async () => {
  await bench.control({ scenario: "seed" });
  const shared = await whenRow(
    bench.engine,
    SEED.processId,
    ({ hostProcesses = [] }) => hostProcesses.length > 0,
  );
  const own = await whenRow(bench.engine, SEED.hyperVId, ({ state }) => state === "running");
  expect(shared).toMatchObject({ owner: "docker", isolation: null });
  expect(own.utilityVm?.runtimeId).toMatch(/^[0-9a-f-]{36}$/i);
  const pings = async (id: string) =>
    (await bench.engine.processes(id)).rows.filter(({ name }) => /^ping$/i.test(name)).map(({ pid }) => pid);
  expect(await pings(SEED.processId)).toEqual([SEED.ping.pid]);
  expect(await pings(SEED.hyperVId)).toEqual([SEED.guestPing.pid]);
  const [ping] = await onHost(/^ping/i);
  expect(shared.hostProcesses).toContainEqual({ pid: SEED.ping.pid, start: ping?.start });
  expect((await onHost(/^vmwp/i)).map(({ pid }) => pid)).toEqual([SEED.vmwp.pid]);
  await bench.control({});
  await whenGone(bench.engine, SEED.processId);
});
