import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResourceCounters } from "../contract/stats.ts";
import { NO_RATES, resourceRates } from "./resource-rates.ts";

const counters = (change: Partial<ResourceCounters>): ResourceCounters => ({
  ...{ at: 1_000, cpuMs: 100, memoryBytes: 1, memoryMeans: "", source: "", why: {} },
  ...{ rxBytes: 0, txBytes: 0, readBytes: 0, writeBytes: 0 },
  ...change,
});

test("rates are what was used between two readings, per second, and CPU in percent of one", () => {
  const after = counters({ at: 3_000, cpuMs: 1_100, rxBytes: 4_000, writeBytes: 10 });
  expect(resourceRates(counters({}), after)).toEqual({
    ...{ cpuPercent: 50, rxRate: 2_000, txRate: 0, readRate: 0, writeRate: 5 },
  });
});

test("the first reading, and one at the same moment, give no rates", () => {
  expect(resourceRates(null, counters({}))).toEqual(NO_RATES);
  expect(resourceRates(counters({}), counters({ cpuMs: 900 }))).toEqual(NO_RATES);
});

test("a counter that went back, as after a restart, gives no rate", () => {
  const rates = resourceRates(counters({}), counters({ at: 2_000, cpuMs: 3, rxBytes: 500 }));
  expect(rates).toMatchObject({ cpuPercent: null, rxRate: 500 });
});

const some = fc.option(fc.double({ min: 0, max: 1e15, noNaN: true }), { nil: null });
const any = fc
  .record({ at: fc.nat(), cpuMs: some, rxBytes: some, txBytes: some, readBytes: some, writeBytes: some })
  .map(counters);

test("whatever is read, a rate is never negative and never without two readings", () => {
  fc.assert(
    fc.property(any, any, (before, after) => {
      for (const rate of Object.values(resourceRates(before, after))) {
        expect(rate === null || (rate >= 0 && Number.isFinite(rate))).toBe(true);
      }
    }),
  );
});
