import { expect, test } from "vitest";
import { IsoscopeFailure } from "../contract/failure.ts";
import { hostProcess } from "../contract/fixtures/rows.ts";
import { mirrorInto } from "../contract/mirror.ts";
import { type ResourceCounters, StatsSample } from "../contract/stats.ts";
import { ManualClock, settled } from "../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "./fixtures/fake-engine.ts";
import { FakeProcesses } from "./fixtures/fake-processes.ts";
import { Fleet } from "./fleet.ts";

const ID = "a".repeat(64);
const KEY = `docker/${ID}`;

function bench() {
  const docker = new FakeEngine("docker", "process");
  const processes = new FakeProcesses();
  const clock = new ManualClock();
  const counters: ResourceCounters = {
    ...{ at: 0, cpuMs: 0, memoryBytes: 7, memoryMeans: "cgroup", source: "docker stats", why: {} },
    ...{ rxBytes: 0, txBytes: 0, readBytes: 0, writeBytes: 0 },
  };
  let turns = 0;
  docker.counting = async () => {
    turns += 1;
    return { ...counters, at: clock.now(), rxBytes: turns * 1_000, cpuMs: turns * 250 };
  };
  docker.containers.update([[ID, engineContainer({ id: ID, name: "web", mainPid: 4000, startedAt: 5 })]]);
  const fleet = new Fleet({
    ...{ engines: [docker], processes, clock, windows: false },
    inside: { readings: async () => null, kernel: async () => null },
    demo: { ref: "isoscope/demo:latest", ensure: async () => {} },
  });
  const items = new Map<string, StatsSample>();
  const watch = () =>
    fleet.stats(KEY).subscribe({ ...mirrorInto(items), fail: (error) => expect.fail(String(error)) });
  const asked = () => docker.asked.filter((one) => one.startsWith("counters")).length;
  const latest = () => StatsSample.parse(items.get(KEY));
  return { docker, processes, clock, items, watch, asked, latest };
}

test("samples once a second while watched, and not before nor after", async () => {
  const { clock, watch, asked, processes } = bench();
  await clock.advance(5_000);
  expect(asked()).toBe(0);
  const stop = watch();
  await clock.advance(3_000);
  expect(asked()).toBe(4);
  expect(processes.watched).toBe(true);
  stop();
  await clock.advance(10_000);
  expect(asked()).toBe(4);
  expect(processes.watched).toBe(false);
  expect(clock.waiting).toBe(0);
});

test("rates are between two readings; the first has none, nor has one after a restart", async () => {
  const { docker, clock, watch, latest } = bench();
  watch();
  await settled();
  expect(latest()).toMatchObject({ rxRate: null, cpuPercent: null, rxBytes: 1_000, gap: null });
  await clock.advance(1_000);
  expect(latest()).toMatchObject({ rxRate: 1_000, cpuPercent: 25 });
  docker.containers.update([[ID, engineContainer({ id: ID, startedAt: 999_999 })]]);
  await clock.advance(1_000);
  expect(latest()).toMatchObject({ rxRate: null, startedAt: 999_999 });
});

test("CPU and memory are the host's figures where it shows the container, else the engine's", async () => {
  const { processes, clock, watch, latest } = bench();
  watch();
  await clock.advance(1_000);
  expect(latest()).toMatchObject({ cpuPercent: 25, memoryBytes: 7, sources: { memory: { text: "cgroup" } } });
  processes.set(hostProcess({ pid: 4000, containerId: ID, cpuPercent: 3, rssBytes: 5_000 }));
  await clock.advance(1_000);
  expect(latest()).toMatchObject({ cpuPercent: 3, memoryBytes: 5_000 });
  expect(latest().sources.cpu.text).toContain("process table");
});

test("never asks a second time while an answer is awaited", async () => {
  const { docker, clock, watch, asked } = bench();
  let answer = (_counters: ResourceCounters) => {};
  const counting = docker.counting;
  docker.counting = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const stop = watch();
  await clock.advance(20_000);
  stop();
  watch();
  await clock.advance(20_000);
  expect(asked()).toBe(1);
  docker.counting = counting;
  answer(await counting(ID));
  await settled();
  await clock.advance(0);
  expect(asked()).toBeGreaterThan(1);
});

test("a paused container, or an engine that is gone, leaves a gap with its reason and is not asked", async () => {
  const { docker, clock, watch, asked, latest } = bench();
  docker.containers.update([[ID, engineContainer({ id: ID, state: "paused" })]]);
  watch();
  await clock.advance(1_000);
  expect(latest()).toMatchObject({ gap: "It is paused.", cpuPercent: null, memoryBytes: null });
  docker.containers.update([[ID, engineContainer({ id: ID })]]);
  docker.setStatus({ state: "stale", error: { code: "unavailable", engine: "Docker", reason: "Reset." } });
  await clock.advance(1_000);
  expect(latest().gap).toBe("Docker is not answering. Reset.");
  expect(asked()).toBe(0);
});

test("what the engine refuses is missing with its words; the host's figures stay", async () => {
  const { docker, processes, clock, watch, latest } = bench();
  docker.counting = () => Promise.reject(new IsoscopeFailure({ code: "timeout", op: "stats", ms: 30_000 }));
  watch();
  processes.set(hostProcess({ pid: 4000, containerId: ID, cpuPercent: 3, rssBytes: 5_000 }));
  await clock.advance(1_000);
  expect(latest()).toMatchObject({ gap: null, memoryBytes: 5_000, rxRate: null });
  expect(latest().sources.network).toEqual({ known: false, text: "stats took longer than 30000 ms" });
});

test("a container that goes takes its sample along", async () => {
  const { docker, clock, watch, items } = bench();
  watch();
  await settled();
  expect(items.size).toBe(1);
  docker.containers.update([], [ID]);
  await clock.advance(1_000);
  expect(items.size).toBe(0);
});
