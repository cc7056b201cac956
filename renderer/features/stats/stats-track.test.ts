import fc from "fast-check";
import { expect, test } from "vitest";
import type { StatsSample } from "../../../electron/contract/stats.ts";
import { MOST_POINTS } from "./life-track.ts";
import { overall } from "./moment.ts";
import { hasGap, plotData } from "./plot-data.ts";
import { scaleTop } from "./scale-top.ts";
import { RECENT_MS, type StatsTrack, trackStats } from "./stats-track.ts";

const known = { known: true, text: "" };

const sample = (at: number, change: Partial<StatsSample> = {}): StatsSample => ({
  ...{ key: "docker/a", at, everyMs: 1_000, startedAt: 0, gap: null },
  ...{ cpuPercent: 5, memoryBytes: 10, rxRate: 1, txRate: 2, readRate: 3, writeRate: 4 },
  ...{ cpuMs: null, rxBytes: null, txBytes: null, readBytes: null, writeBytes: null },
  sources: { cpu: known, memory: known, network: known, disk: known },
  ...change,
});

function fold(samples: readonly StatsSample[]): StatsTrack {
  const track = samples.reduce<StatsTrack | undefined>(trackStats, undefined);
  if (!track) throw new Error("no samples");
  return track;
}

test("the near view is two minutes, and a sample sent again is not counted twice", () => {
  const track = fold(Array.from({ length: 200 }, (_, i) => sample(i * 1_000)));
  expect(track.recent).toHaveLength(RECENT_MS / 1_000 + 1);
  expect(track.life.points).toHaveLength(200);
  const again = trackStats(track, sample(199_000, { cpuPercent: 80 }));
  expect(again.recent).toBe(track.recent);
  expect(again.latest.cpuPercent).toBe(80);
});

test("another life begins a new track", () => {
  const track = fold([sample(1_000), sample(2_000), sample(3_000, { startedAt: 2_500 })]);
  expect(track.recent).toHaveLength(1);
  expect(track.life.points).toHaveLength(1);
});

test("nobody bridges a time at which nobody looked, nor one at which nothing was read", () => {
  const paused = sample(33_000, { gap: "It is paused.", cpuPercent: null, memoryBytes: null });
  const { recent } = fold([
    sample(1_000),
    sample(2_000),
    sample(31_000),
    sample(32_000),
    paused,
    sample(34_000),
  ]);
  const [xs, cpu] = plotData(recent, ["cpu"], 1_000);
  expect(xs).toEqual([1, 2, 2.001, 31, 32, 33, 34]);
  expect(cpu).toEqual([5, 5, null, 5, 5, null, 5]);
  expect(hasGap(recent, 1_000)).toBe(true);
  expect(hasGap(fold([sample(1_000), sample(2_000)]).recent, 1_000)).toBe(false);
  expect(hasGap(fold([sample(5_000), sample(10_000)]).recent, 5_000)).toBe(false);
});

const steps = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 20_000 }),
    cpu: fc.option(fc.integer({ min: 0, max: 800 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 1_500 },
);

test("a life of any length has few points, in order, that neither add to nor take from what was seen", () => {
  fc.assert(
    fc.property(steps, (all) => {
      let at = 0;
      const samples = all.map(({ wait, cpu }) => {
        at += wait;
        return sample(at, { cpuPercent: cpu });
      });
      const { points } = fold(samples).life;
      expect(points.length).toBeLessThanOrEqual(MOST_POINTS);
      points.forEach((point, i) => {
        expect(point.until).toBeGreaterThanOrEqual(point.from);
        expect(point.from).toBeGreaterThan(points[i - 1]?.until ?? -1);
      });
      const seen = all.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]));
      const told = overall(points, "cpu");
      expect(told?.count ?? 0).toBe(seen.length);
      expect(told?.least ?? 0).toBe(seen.length === 0 ? 0 : Math.min(...seen));
      expect(told?.most ?? 0).toBe(seen.length === 0 ? 0 : Math.max(...seen));
    }),
    { numRuns: 40 },
  );
});

test("axes have the same steps for every container and hold what they show", () => {
  expect([scaleTop("percent", 0), scaleTop("percent", 25), scaleTop("percent", 26)]).toEqual([25, 25, 50]);
  expect(scaleTop("rate", 100_001)).toBe(1_000_000);
  fc.assert(
    fc.property(
      fc.constantFrom("percent", "bytes", "rate"),
      fc.double({ min: 0, max: 1e15, noNaN: true }),
      (unit, most) => {
        expect(scaleTop(unit, most)).toBeGreaterThanOrEqual(most);
      },
    ),
  );
});
