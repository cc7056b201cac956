import fc from "fast-check";
import { expect, test } from "vitest";
import { KEPT_EVENTS, MeterReading } from "../../contract/diagnostics.ts";
import type { Job } from "../../contract/launch.ts";
import { LiveStore } from "../../contract/live-store.ts";
import { mirrorInto } from "../../contract/mirror.ts";
import { ManualClock } from "../../engine/manual-clock.ts";
import { engineContainer, FakeEngine } from "../../fleet/fixtures/fake-engine.ts";
import { EventLog } from "./event-log.ts";
import { followEvents } from "./follow-events.ts";
import { Meter } from "./meter.ts";
import { Meters } from "./meters.ts";

test("a meter counts, and tells the last, the median, the longest and what failed", () => {
  let now = 5_000;
  const meter = new Meter("engine", "docker", () => now);
  for (const ms of [10, 30, 20]) {
    const end = meter.begin("stats");
    now += ms;
    end(ms === 30 ? "failed" : "done");
    end("failed");
  }
  expect(MeterReading.parse(meter.reading())).toEqual({
    ...{ group: "engine", name: "docker", count: 3, failed: 1, perSecond: 0.3, lastWhat: "stats" },
    ...{ lastMs: 20, p50Ms: 20, maxMs: 30, lastAt: 5_040 },
  });
  now += 60_000;
  expect(meter.reading().perSecond).toBe(0);
});

test("whatever happens, the median lies between nothing and the longest", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (durations) => {
      let now = 0;
      const meter = new Meter("calls", "x", () => now);
      for (const ms of durations) {
        const end = meter.begin("x");
        now += ms;
        end("done");
      }
      const { count, p50Ms, maxMs } = meter.reading();
      expect(count).toBe(durations.length);
      expect(maxMs).toBe(durations.length === 0 ? null : Math.max(...durations));
      expect(p50Ms ?? 0).toBeLessThanOrEqual(maxMs ?? 0);
    }),
  );
});

test("meters are published once a second while watched, and no timer runs otherwise", async () => {
  const clock = new ManualClock();
  const meters = new Meters(clock);
  meters.of("engine", "docker").begin("ping")("done");
  expect(clock.waiting).toBe(0);
  const items = new Map<string, MeterReading>();
  const stop = meters.live.subscribe({ ...mirrorInto(items), fail: () => {} });
  expect(items.get("engine/docker")).toMatchObject({ count: 1 });
  meters.of("engine", "docker").begin("ping");
  await clock.advance(1_000);
  expect(items.get("engine/docker")).toMatchObject({ count: 2 });
  stop();
  expect(clock.waiting).toBe(0);
});

test("events are of what changes, in order, and the oldest go", () => {
  let now = 0;
  const log = new EventLog(() => ++now);
  const docker = new FakeEngine("docker", "process");
  docker.containers.update([["a", engineContainer({ id: "a", name: "web" })]]);
  const stop = followEvents(log, { engines: [docker], jobs: new LiveStore<Job>() });
  const texts = () => [...log.live.values()].map(({ source, text }) => `${source}: ${text}`);
  expect(texts()).toEqual([]);
  docker.setStatus({ state: "stale", error: { code: "disconnected", reason: "Reset." } });
  docker.setStatus({ lastSeen: 5 });
  docker.containers.update([["a", engineContainer({ id: "a", name: "web", state: "exited" })]]);
  docker.containers.update([["a", engineContainer({ id: "a", name: "web", state: "exited", exitCode: 1 })]]);
  docker.containers.update([], ["a"]);
  expect(texts()).toEqual(["docker: is stale: Reset.", "docker: web is exited", "docker: web is gone"]);
  stop();
  for (let i = 0; i < KEPT_EVENTS + 20; i++) log.note("Test", `${i}`);
  expect(log.live.size).toBe(KEPT_EVENTS);
  expect(texts().at(-1)).toBe(`Test: ${KEPT_EVENTS + 19}`);
});
