import { expect, test } from "vitest";
import { PUBLISHED } from "../../model/published-figures.ts";
import { StageBench } from "./fixtures/stage-bench.ts";

const SEED = { image: PUBLISHED.image, command: [...PUBLISHED.command] };

async function seedShown() {
  const bench = new StageBench();
  await bench.client.call("session.openBuiltIn", {});
  return bench;
}

test("the built-in recording replaces what every watcher sees, and closing brings this host back", async () => {
  const bench = new StageBench();
  const session = bench.follow("session.watch", {}).items;
  const engines = bench.follow("engines.watch", {}).items;
  const processes = bench.follow("processes.watch", {}).items;
  await bench.clock.advance(0);
  expect([...engines.keys()]).toEqual(["docker", "microvm"]);
  await bench.client.call("session.openBuiltIn", {});
  await bench.clock.advance(0);
  expect([...engines.keys()]).toEqual(["docker"]);
  expect(processes.size).toBeGreaterThan(0);
  expect(session.get("session")).toMatchObject({
    kind: "replay",
    origin: "built-in",
    positionMs: 0,
    playing: false,
  });
  expect(await bench.client.call("host.info", {})).toMatchObject({ platform: "win32" });
  await bench.client.call("session.close", {});
  await bench.clock.advance(0);
  expect([...engines.keys()]).toEqual(["docker", "microvm"]);
  expect(processes.size).toBe(0);
  expect(session.get("session")).toEqual({ kind: "live", recording: null });
});

test("a recorded launch is played by hand: the same PID on both sides, then stopped and removed", async () => {
  const bench = await seedShown();
  const containers = bench.follow("containers.watch", {}).items;
  const job = await bench.launch({ ...SEED, isolation: "process", name: "mine" });
  expect(job).toMatchObject({ state: "done", error: null });
  const key = job.container ?? "";
  expect(containers.get(key)).toMatchObject({
    name: "mine",
    state: "running",
    footprint: { kind: "processes" },
  });
  const scope = bench.follow("scope.watch", { key }).items;
  await bench.clock.advance(2_000);
  expect(scope.get(key)).toMatchObject({
    links: [{ insidePid: 3964, hostPid: 3964, certainty: "proven" }],
    related: [{ pid: 3964, name: "PING" }],
  });
  await bench.client.call("containers.control", { key, action: "stop" });
  await bench.clock.advance(0);
  expect(containers.get(key)).toMatchObject({ state: "exited", footprint: { kind: "none" } });
  await bench.client.call("containers.control", { key, action: "remove" });
  await bench.clock.advance(0);
  expect(containers.size).toBe(0);
  expect(await bench.launch({ ...SEED, isolation: "process" })).toMatchObject({ state: "done" });
});

test("the VM's process is not on the host, its worker is", async () => {
  const bench = await seedShown();
  const processes = bench.follow("processes.watch", {}).items;
  const { container } = await bench.launch({ ...SEED, isolation: "hyperv" });
  const key = container ?? "";
  const scope = bench.follow("scope.watch", { key }).items;
  await bench.clock.advance(2_000);
  expect(scope.get(key)).toMatchObject({
    links: [],
    inside: [{ pid: 1732 }],
    worker: { pid: 2376, name: "vmwp" },
  });
  expect([...processes.values()].map(({ name }) => name)).toEqual(["System", "vmwp"]);
});

test("what the recording does not hold is refused with what it does", async () => {
  const bench = await seedShown();
  const other = await bench.launch({ image: "nginx", isolation: "process" });
  expect(other.error).toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining("windows/servercore"),
  });
  await bench.launch({ ...SEED, isolation: "process" });
  const twice = await bench.launch({ ...SEED, isolation: "process" });
  expect(twice.error).toMatchObject({ code: "conflict", message: expect.stringContaining("one launch") });
  await expect(bench.client.call("compare.start", { ...SEED, runs: 1 })).rejects.toMatchObject({
    error: { code: "unsupported" },
  });
});

test("a launch that asks for more than the recorded one had is refused, and so is a name in use", async () => {
  await using bench = await seedShown();
  for (const more of [{ env: { A: "b" } }, { cpus: 1 }, { memoryBytes: 64 * 1024 * 1024 }]) {
    const { error } = await bench.launch({ ...SEED, isolation: "process", ...more });
    expect(error).toMatchObject({
      code: "unsupported",
      reason: expect.stringContaining("none of its launches"),
    });
  }
  await bench.launch({ ...SEED, isolation: "process", name: "mine" });
  const { error } = await bench.launch({ ...SEED, isolation: "hyperv", name: "mine" });
  expect(error).toMatchObject({ code: "conflict", message: "The name mine is in use." });
});

test("playing shows the recorded course, and going back forgets what a person did", async () => {
  const bench = await seedShown();
  const containers = bench.follow("containers.watch", {}).items;
  const session = bench.follow("session.watch", {}).items;
  await bench.launch({ ...SEED, isolation: "process", name: "mine" });
  await bench.client.call("session.control", { action: "speed", speed: 4 });
  await bench.client.call("session.control", { action: "play" });
  await bench.clock.advance(9_000);
  expect([...containers.values()].map(({ name }) => name)).toEqual(["mine", "ping-hyperv"]);
  await bench.clock.advance(10_000);
  expect(session.get("session")).toMatchObject({ positionMs: 75_000, playing: false });
  await bench.client.call("session.control", { action: "seek", positionMs: 5_000 });
  await bench.clock.advance(0);
  expect([...containers.values()].map(({ name }) => name)).toEqual(["ping-process"]);
  await bench.client.call("session.control", { action: "seek", positionMs: 0 });
  await bench.clock.advance(0);
  expect(containers.size).toBe(0);
});

test("controls are refused while this host is shown", async () => {
  const bench = new StageBench();
  await expect(bench.client.call("session.control", { action: "play" })).rejects.toMatchObject({
    error: { code: "conflict" },
  });
});
