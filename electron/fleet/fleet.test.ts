import { describe, expect, test } from "vitest";
import { Container, Usage } from "../contract/container.ts";
import { IsoscopeFailure } from "../contract/failure.ts";
import { hostProcess, insideProcess } from "../contract/fixtures/rows.ts";
import { LaunchSpec } from "../contract/launch.ts";
import type { LiveSource } from "../contract/live-source.ts";
import { mirrorInto } from "../contract/mirror.ts";
import { ManualClock, settled } from "../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "./fixtures/fake-engine.ts";
import { FakeProcesses } from "./fixtures/fake-processes.ts";
import { Fleet } from "./fleet.ts";

const ID = "a".repeat(64);

function bench() {
  const docker = new FakeEngine("docker", "process");
  const microvm = new FakeEngine("microvm", "hyperv");
  const processes = new FakeProcesses();
  const clock = new ManualClock();
  const ensured: string[] = [];
  const fleet = new Fleet({
    engines: [docker, microvm],
    processes,
    clock,
    windows: false,
    inside: { readings: async () => [{ pid: 1, start: "100" }], kernel: async () => processes.kernel },
    demo: { ref: "isoscope/demo:latest", ensure: async (engine) => void ensured.push(engine.id) },
  });
  return { docker, microvm, processes, clock, fleet, ensured };
}

/** What a watcher has, kept current. */
function watch<T>(source: LiveSource<T>): { readonly items: Map<string, T>; stop(): void } {
  const items = new Map<string, T>();
  const stop = source.subscribe({
    ...mirrorInto(items),
    fail: (error) => expect.fail(String(error)),
  });
  return { items, stop };
}

const running = engineContainer({ id: ID, name: "web", mainPid: 4000 });
const inContainer = { containerId: ID, nsPids: [4000, 1] };

describe("the list", () => {
  test("a container's host processes are its footprint, the main one by identity", () => {
    const { docker, processes, fleet } = bench();
    const { items } = watch(fleet.containers);
    docker.containers.update([[ID, running]]);
    expect(items.get(`docker/${ID}`)?.footprint).toMatchObject({ kind: "unknown" });
    processes.set(
      hostProcess({ pid: 4000, ...inContainer }),
      hostProcess({ pid: 4001, start: "120", containerId: ID }),
      hostProcess({ pid: 5, name: "other" }),
    );
    const row = Container.parse(items.get(`docker/${ID}`));
    expect(row.footprint).toEqual({ kind: "processes", main: { pid: 4000, start: "100" }, others: 1 });
  });

  test("a VM's footprint is its worker, and its usage the worker's", () => {
    const { microvm, processes, fleet } = bench();
    const worker = { name: "qemu-system-x86_64", pid: 2376, start: "900" };
    const { items } = watch(fleet.containers);
    const usage = watch(fleet.usage);
    microvm.containers.update([["vm1", engineContainer({ id: "vm1", isolation: "hyperv", worker })]]);
    processes.set(
      hostProcess({ pid: 2376, start: "900", name: "qemu-system-x86", rssBytes: 1e8, cpuPercent: 3 }),
    );
    expect(items.get("microvm/vm1")?.footprint).toEqual({ kind: "worker", worker });
    expect(Usage.parse(usage.items.get("microvm/vm1"))).toMatchObject({ memoryBytes: 1e8, cpuPercent: 3 });
  });

  test("usage sums a container's processes and goes when it exits", () => {
    const { docker, processes, fleet } = bench();
    const usage = watch(fleet.usage);
    docker.containers.update([[ID, running]]);
    processes.set(
      hostProcess({ pid: 4000, ...inContainer }),
      hostProcess({ pid: 4001, containerId: ID, cpuPercent: null, rssBytes: 1000 }),
    );
    expect(usage.items.get(`docker/${ID}`)).toMatchObject({ memoryBytes: 5096, cpuPercent: 1 });
    docker.containers.update([[ID, { ...running, state: "exited", mainPid: null }]]);
    expect(usage.items.size).toBe(0);
  });

  test("rows of an engine that stopped answering stay, with every action refused for that reason", () => {
    const { docker, fleet } = bench();
    docker.containers.update([[ID, running]]);
    const { items } = watch(fleet.containers);
    docker.setStatus({
      state: "stale",
      error: { code: "unavailable", engine: "Docker", reason: "The connection was reset." },
    });
    expect(items.get(`docker/${ID}`)).toMatchObject({
      state: "running",
      actions: { stop: { can: false, reason: "Docker is not answering. The connection was reset." } },
    });
  });

  test("the host is read only while somebody watches", () => {
    const { processes, fleet } = bench();
    expect(processes.watched).toBe(false);
    const first = watch(fleet.containers);
    const second = watch(fleet.usage);
    expect(processes.watched).toBe(true);
    first.stop();
    expect(processes.watched).toBe(true);
    second.stop();
    expect(processes.watched).toBe(false);
  });

  test("the census counts the host's processes without their rows", () => {
    const { processes, fleet } = bench();
    const census = watch(fleet.census);
    processes.set(hostProcess({ pid: 1 }), hostProcess({ pid: 2 }));
    expect(census.items.get("host")).toEqual({ processes: 2, sampledAt: 1_000_000 });
    census.stop();
    expect(processes.watched).toBe(false);
  });

  test("an unchanged row is not sent again", () => {
    const { docker, fleet } = bench();
    docker.containers.update([[ID, running]]);
    const before = watch(fleet.containers);
    let changes = 0;
    fleet.containers.subscribe({ snapshot: () => {}, change: () => void changes++, fail: () => {} });
    docker.containers.update([[ID, { ...running }]]);
    expect(changes).toBe(0);
    before.stop();
  });
});

describe("actions", () => {
  test("a row shows what is under way until it is done", async () => {
    const { docker, fleet } = bench();
    const { items } = watch(fleet.containers);
    docker.containers.update([[ID, running]]);
    let finish = () => {};
    docker.controlling = () => new Promise((resolve) => (finish = resolve));
    const done = fleet.control(`docker/${ID}`, "stop", undefined);
    expect(items.get(`docker/${ID}`)?.state).toBe("stopping");
    finish();
    await done;
    expect(items.get(`docker/${ID}`)?.state).toBe("running");
    expect(docker.asked).toEqual([`stop ${ID}`]);
  });

  test("a refused action does not reach the engine", async () => {
    const { docker, fleet } = bench();
    const pause = { can: false, reason: "Not under process isolation." } as const;
    docker.containers.update([[ID, { ...running, actions: { ...running.actions, pause } }]]);
    await expect(fleet.control(`docker/${ID}`, "pause", undefined)).rejects.toMatchObject({
      error: { code: "unsupported", reason: pause.reason },
    });
    expect(docker.asked).toEqual([]);
  });

  test("an unknown container is not found", async () => {
    await expect(bench().fleet.control("docker/nope", "stop", undefined)).rejects.toMatchObject({
      error: { code: "not-found" },
    });
  });
});

describe("launching", () => {
  const spec = (input: Partial<LaunchSpec>) => LaunchSpec.parse({ image: "isoscope/demo:latest", ...input });

  test("the engine that can do the isolation is asked, after the demo image is there", async () => {
    const { microvm, docker, fleet, ensured } = bench();
    fleet.launch(spec({ isolation: "hyperv" }));
    await settled();
    expect(microvm.asked).toEqual(["launch isoscope/demo:latest hyperv"]);
    expect(docker.asked).toEqual([]);
    expect(ensured).toEqual(["docker"]);
    expect([...fleet.jobs.live.values()]).toMatchObject([{ state: "done", container: "microvm/made" }]);
  });

  test("an engine that could but does not answer fails the job with its reason", async () => {
    const { docker, fleet } = bench();
    const error = { code: "unavailable", engine: "Docker", reason: "No such socket." } as const;
    docker.setStatus({ state: "failed", error });
    fleet.launch(spec({}));
    await settled();
    expect([...fleet.jobs.live.values()]).toMatchObject([{ state: "failed", error }]);
  });

  test("when no engine can, each says why", async () => {
    const { fleet } = bench();
    fleet.launch(spec({ isolation: "hyperv", engine: "docker" }));
    await settled();
    expect([...fleet.jobs.live.values()]).toMatchObject([
      { error: { code: "unsupported", reason: "docker: This fixture cannot." } },
    ]);
  });

  test("cancelling a job reaches the engine and ends the job as cancelled", async () => {
    const { docker, fleet } = bench();
    docker.launching = (_spec, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () =>
          reject(new IsoscopeFailure({ code: "cancelled", op: "launch" })),
        );
      });
    const job = fleet.launch(spec({ image: "x:1" }));
    await settled();
    fleet.jobs.cancel(job);
    await settled();
    expect(fleet.jobs.live.get(job)).toMatchObject({ state: "cancelled" });
  });

  test("closing the fleet cancels what runs and waits for it", async () => {
    const { docker, fleet } = bench();
    const undone: string[] = [];
    docker.launching = (_spec, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          undone.push("undone");
          reject(new IsoscopeFailure({ code: "cancelled", op: "launch" }));
        });
      });
    fleet.launch(spec({ image: "x:1" }));
    await settled();
    await fleet[Symbol.asyncDispose]();
    expect(undone).toEqual(["undone"]);
  });
});

describe("the scope of one container", () => {
  test("top is asked once a second, and only while the scope is watched", async () => {
    const { docker, processes, clock, fleet } = bench();
    docker.containers.update([[ID, running]]);
    processes.set(hostProcess({ pid: 4000, ...inContainer }));
    const list = watch(fleet.containers);
    await clock.advance(10_000);
    expect(docker.asked).toEqual([]);
    const scope = watch(fleet.scope(`docker/${ID}`));
    await clock.advance(3_100);
    expect(docker.asked).toHaveLength(4);
    scope.stop();
    await clock.advance(10_000);
    expect(docker.asked).toHaveLength(4);
    list.stop();
    expect(processes.watched).toBe(false);
    expect(clock.waiting).toBe(0);
  });

  test("both sides meet in a proven link", async () => {
    const { docker, processes, clock, fleet } = bench();
    docker.containers.update([[ID, running]]);
    processes.set(hostProcess({ pid: 4000, ...inContainer }), hostProcess({ pid: 9, name: "init" }));
    docker.inside = {
      source: "docker top",
      at: 5,
      rows: [insideProcess({ hostPid: 4000 })],
    };
    const { items } = watch(fleet.scope(`docker/${ID}`));
    await clock.advance(100);
    expect(items.get(`docker/${ID}`)).toMatchObject({
      mainPid: 1,
      kernels: "shared",
      hostCount: 2,
      links: [{ insidePid: 1, hostPid: 4000, certainty: "proven" }],
    });
  });

  test("a container that goes takes its scope along", async () => {
    const { docker, clock, fleet } = bench();
    docker.containers.update([[ID, running]]);
    const { items } = watch(fleet.scope(`docker/${ID}`));
    await clock.advance(100);
    expect(items.size).toBe(1);
    docker.containers.update([], [ID]);
    await clock.advance(100);
    expect(items.size).toBe(0);
  });
});
