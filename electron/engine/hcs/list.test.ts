import { afterEach, beforeEach, expect, it } from "vitest";
import { rowsNow, whenRow, whenStatus } from "../conformance-tools.ts";
import type { EngineContainer } from "../engine.ts";
import { ManualClock, settled } from "../manual-clock.ts";
import { type FakeBench, fakeBench } from "./fixtures/fake-bench.ts";

const DOCKER = "d".repeat(64);
const VM = "8E2C0000-0000-4000-8000-00000000BEEF";

let bench: FakeBench;
let clock: ManualClock;
let stop = () => {};
/** What a watcher has been told, change by change. */
let told: { readonly upsert: readonly string[]; readonly remove: readonly string[] }[];

beforeEach(async () => {
  clock = new ManualClock(Date.parse("2026-11-22T10:00:10Z"));
  bench = await fakeBench(clock);
  told = [];
});

afterEach(async () => {
  stop();
  stop = () => {};
  await bench.engine[Symbol.asyncDispose]();
  await bench.close();
});

function watch(): void {
  stop = bench.engine.containers.subscribe({
    snapshot: () => {},
    change: ({ upsert, remove }) => told.push({ upsert: upsert.map(([key]) => key), remove }),
    fail: () => {},
  });
}

const row = (id: string): Promise<EngineContainer> => whenRow(bench.engine, id, () => true);

async function listed(): Promise<readonly EngineContainer[]> {
  watch();
  await clock.advance(2_000);
  return rowsNow(bench.engine);
}

it("names owner, isolation and its evidence for each kind of system", async () => {
  const { hcs } = bench;
  hcs.add(DOCKER, { Owner: "docker", RuntimeId: VM });
  hcs.add("c1@vm", {
    Owner: "Containerd-Shim-RunHcs-v1.EXE",
    SystemType: "VirtualMachine",
    RuntimeId: `{${VM}}`,
  });
  hcs.add("inner", {
    Owner: "someone",
    HostingSystemId: "c1@vm",
    RuntimeId: "00000000-0000-0000-0000-000000000000",
  });
  hcs.add("w", { Owner: "WSL", SystemType: "VirtualMachine", RuntimeId: VM });
  hcs.add("s", { Owner: "Madrid", SystemType: "VirtualMachine" });
  hcs.add("new", { State: "Created" });
  const rows = new Map((await listed()).map((each) => [each.id, each]));
  expect(
    [...rows.values()].map(({ id, name, owner, isolation, state }) => [id, name, owner, isolation, state]),
  ).toEqual([
    [DOCKER, DOCKER, "docker", null, "running"],
    ["c1@vm", "c1", "containerd", "hyperv", "running"],
    ["inner", "inner", "someone", "hyperv", "running"],
    ["w", "w", "wsl", "hyperv", "running"],
    ["s", "s", "sandbox", "hyperv", "running"],
    ["new", "new", "unknown", null, "created"],
  ]);
  expect(rows.get(DOCKER)).toMatchObject({ utilityVm: { runtimeId: VM }, mainPid: null });
  expect(rows.get("c1@vm")?.utilityVm?.runtimeId).toBe(VM);
  expect(rows.get("inner")?.utilityVm?.runtimeId).toBe(VM);
  expect(rows.get("s")?.utilityVm).toBeNull();
  for (const { isolationEvidence } of rows.values()) expect(isolationEvidence).toMatch(/\w{4}/);
});

it("lets each system's maker keep it: actions say why not", async () => {
  const { hcs, engine } = bench;
  hcs.add("w", { Owner: "WSL", SystemType: "VirtualMachine" });
  hcs.add("f", { Owner: "SomeoneElse" });
  await listed();
  const [wsl, foreign] = [await row("w"), await row("f")];
  expect(wsl.actions.stop).toEqual({ can: false, reason: expect.stringContaining("wsl --shutdown") });
  expect(foreign.actions).toMatchObject({ stop: { can: true }, kill: { can: true }, remove: { can: false } });
  await expect(engine.control("w", "kill")).rejects.toMatchObject({ error: { code: "unsupported" } });
  await expect(engine.control("f", "remove")).rejects.toMatchObject({ error: { code: "unsupported" } });
  await engine.control("f", "kill");
  await clock.advance(0);
  expect((await rowsNow(engine)).map(({ id }) => id)).toEqual(["w"]);
});

it("reads when a container started once, and its host processes again and again", async () => {
  const { hcs } = bench;
  const process = { ProcessId: 3964, ImageName: "PING.EXE", CreateTimestamp: "2026-11-22T10:00:00.1234567Z" };
  hcs.add("p", { Owner: "x", Statistics: { Uptime100ns: 70_000_000 }, ProcessList: [process] });
  await listed();
  const expected = {
    pid: 3964,
    start: (
      116_444_736_000_000_000n +
      BigInt(Date.parse("2026-11-22T10:00:00Z")) * 10_000n +
      1_234_567n
    ).toString(),
  };
  expect(await row("p")).toMatchObject({ startedAt: clock.now() - 2_000 - 7_000, hostProcesses: [expected] });
  const before = told.length;
  await clock.advance(10_000);
  expect(told).toHaveLength(before);
  expect(await row("p")).toMatchObject({ startedAt: clock.now() - 12_000 - 7_000 });
});

it("tells changes only, and what has gone", async () => {
  const { hcs } = bench;
  const first = hcs.add("a", { Owner: "x" });
  hcs.add("b", { Owner: "x" });
  await listed();
  told = [];
  await clock.advance(2_000);
  expect(told).toEqual([]);
  first.fields = { ...first.fields, State: "Paused" };
  await clock.advance(2_000);
  expect(told).toEqual([{ upsert: ["a"], remove: [] }]);
  hcs.systems.delete("a");
  await clock.advance(2_000);
  expect(told.at(-1)).toEqual({ upsert: [], remove: ["a"] });
});

it("asks nothing of the list while nobody watches", async () => {
  const { hcs } = bench;
  await clock.advance(60_000);
  expect(hcs.world.calls).not.toContain("HcsEnumerateComputeSystems");
  await listed();
  stop();
  await clock.advance(0);
  hcs.world.calls.length = 0;
  await clock.advance(60_000);
  expect(new Set(hcs.world.calls)).toEqual(new Set(["HcsGetServiceProperties"]));
});

it("asks for nothing at all while nobody looks, and lists at once when somebody does again", async () => {
  const { hcs, engine } = bench;
  await listed();
  engine.attend?.(false);
  await clock.advance(10_000);
  hcs.world.calls.length = 0;
  await clock.advance(120_000);
  expect(hcs.world.calls).toEqual([]);
  engine.attend?.(true);
  await clock.advance(0);
  expect(hcs.world.calls).toContain("HcsEnumerateComputeSystems");
});

it("holds no handle of a system but of Docker's, and hears of its end at once", async () => {
  const { hcs, engine } = bench;
  const docker = hcs.add(DOCKER, { Owner: "docker" });
  hcs.add("other", { Owner: "x" });
  await listed();
  expect(hcs.live.systems).toBe(1);
  docker.end("GracefulExit", 0);
  await clock.advance(0);
  expect((await rowsNow(engine)).map(({ id }) => id)).toEqual(["other"]);
  expect(hcs.live.systems).toBe(0);
});

it("keeps the rows while the service is away, backs off, and finds it again", async () => {
  const { hcs, engine } = bench;
  hcs.add("a", { Owner: "x" });
  await listed();
  hcs.world.fault("*", 0x8037_011e);
  await clock.advance(2_000);
  expect(engine.status).toMatchObject({ state: "stale", error: { code: "unavailable" } });
  expect(engine.status.retryAt).toBeGreaterThan(clock.now());
  expect(await rowsNow(engine)).toHaveLength(1);
  await expect(engine.processes("a")).rejects.toMatchObject({ error: { code: "unavailable" } });
  const before = hcs.world.calls.length;
  await clock.advance(60_000);
  expect(hcs.world.calls.length - before).toBeLessThan(20);
  hcs.world.heal();
  await clock.advance(30_000);
  expect(engine.status).toMatchObject({ state: "live", error: null });
});

it("does not stand still when an answer does not come", async () => {
  const { hcs, engine } = bench;
  hcs.add("a", { Owner: "x" });
  await listed();
  hcs.world.hangs.add("HcsEnumerateComputeSystems");
  await clock.advance(13_000);
  expect(engine.status).toMatchObject({ state: "stale", error: { code: "timeout" } });
  hcs.world.hangs.clear();
  await clock.advance(30_000);
  expect(engine.status.state).toBe("live");
});

it("keeps the rows when the service answers with garbage", async () => {
  const { hcs, engine } = bench;
  hcs.add("a", { Owner: "x" });
  await listed();
  for (const garbage of ["{", '{"not":"a list"}', ""]) {
    hcs.garbage = garbage;
    await clock.advance(4_000);
    expect(engine.status).toMatchObject({ state: "stale", error: { code: "internal" } });
    expect(await rowsNow(engine)).toHaveLength(1);
    hcs.garbage = null;
    await clock.advance(30_000);
    expect(engine.status.state).toBe("live");
  }
});

it("leaves out a list entry that cannot be read, and no other", async () => {
  const { hcs } = bench;
  hcs.garbage =
    '[{"Id":"a","SystemType":"Container","RuntimeId":5},{"Id":5},null,{"Id":"b","SystemType":"Container","State":"New"}]';
  const rows = await listed();
  expect(rows.map(({ id, state }) => [id, state])).toEqual([
    ["a", "unknown"],
    ["b", "unknown"],
  ]);
});

it("fails with the fix when denied, and waits for a person before it tries again", async () => {
  const denied = await fakeBench(clock, {
    open: (hcs) => {
      hcs.world.fault("*", 0x8037_011b);
      return hcs;
    },
  });
  await settled();
  const { engine, hcs } = denied;
  expect(engine.status).toMatchObject({
    state: "failed",
    retryAt: null,
    error: { code: "denied", fix: expect.stringContaining("Hyper-V Administrators") },
  });
  await clock.advance(600_000);
  expect(hcs.world.calls).toHaveLength(1);
  await engine.retry();
  expect(hcs.world.calls).toHaveLength(2);
  await engine[Symbol.asyncDispose]();
  await denied.close();
});

it("is live with what the service told of itself", async () => {
  const status = await whenStatus(bench.engine, ({ state }) => state === "live");
  expect(status).toMatchObject({
    ...{ version: "schema 2.6", endpoint: "computecore.dll", defaultIsolation: "process" },
    notes: ["Windows build 20348, server"],
  });
});

it("lists five hundred systems without opening more than a few at once", async () => {
  const { hcs } = bench;
  let most = 0;
  const { open } = hcs;
  hcs.open = async (id) => {
    const handle = await open.call(hcs, id);
    most = Math.max(most, hcs.live.systems);
    return handle;
  };
  for (let n = 0; n < 500; n++) hcs.add(`many-${n}`, { Owner: "x" });
  expect(await listed()).toHaveLength(500);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(4);
  expect(hcs.live.systems).toBe(0);
});
