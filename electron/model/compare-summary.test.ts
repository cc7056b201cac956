import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failedComparison, finishedComparison, runningComparison } from "../../e2e/fixtures/compare-rows.ts";
import type { ComparePhase } from "../contract/compare.ts";
import { closePhases, withPhase } from "./compare-phases.ts";
import { compareSchedule } from "./compare-schedule.ts";
import { compareCost, spread, summariseLane } from "./compare-summary.ts";

const numbers = fc.array(fc.integer(), { minLength: 1 });

describe("spread", () => {
  test("the median lies between the ends, and half of the values on either side of it", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { median, min, max, count } = spread(values) ?? expect.fail();
        expect(count).toBe(values.length);
        expect(values).toContain(min);
        expect(values).toContain(max);
        expect(min <= median && median <= max).toBe(true);
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });

  test("depends on no order, and of nothing there is none", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(spread([...values].reverse())).toEqual(spread(values));
      }),
    );
    expect(spread([])).toBeNull();
  });
});

describe("phases", () => {
  const reports = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(500)), { minLength: 1 });

  test("follow one another without a gap, and only the last may be open", () => {
    fc.assert(
      fc.property(reports, (told) => {
        let now = 0;
        let phases: ComparePhase[] = [];
        for (const [name, after] of told) {
          now += after;
          phases = withPhase(phases, name, now);
        }
        const closed = closePhases(phases, now + 1);
        expect(phases.filter(({ toMs }) => toMs === null)).toHaveLength(1);
        for (const [at, phase] of closed.entries()) {
          expect(phase.toMs).toBeGreaterThanOrEqual(phase.fromMs);
          if (at > 0) expect(closed[at - 1]?.toMs).toBe(phase.fromMs);
          if (at > 0) expect(closed[at - 1]?.name).not.toBe(phase.name);
        }
      }),
    );
  });
});

describe("the order", () => {
  test.each([1, 5, 10])("of %i runs has each isolation as often, first in turn", (runs) => {
    const order = compareSchedule(runs);
    for (const isolation of ["process", "hyperv"])
      expect(order.filter((run) => run.isolation === isolation).map(({ number }) => number)).toEqual(
        Array.from({ length: runs + 1 }, (_, number) => number),
      );
    const firsts = order.filter((_, at) => at % 2 === 0).slice(1);
    for (const [at, { isolation }] of firsts.entries())
      expect(isolation).toBe(at % 2 === 0 ? "process" : "hyperv");
  });
});

describe("a lane", () => {
  test("is drawn by the run whose time is the median", () => {
    const lane = summariseLane(finishedComparison, "process");
    expect(lane.shown?.firstProcess?.ms).toBe(lane.firstProcess?.median);
    expect(lane.firstProcess).toEqual({ median: 930, min: 896, max: 964, count: 5 });
  });

  test("is drawn by the run under way while there is one", () => {
    expect(summariseLane(runningComparison, "hyperv").shown?.name).toBe("cmp-h-02");
    expect(summariseLane(runningComparison, "process").shown?.name).toBe("cmp-p-01");
  });

  test("that failed is drawn by the run that did", () => {
    const lane = summariseLane(failedComparison, "hyperv");
    expect(lane.failed?.error?.code).toBe("start-failed");
    expect(lane.shown).toBe(lane.failed);
    expect(lane.firstProcess).toBeNull();
  });

  test("the warm-up is not counted", () => {
    expect(summariseLane(finishedComparison, "process").done.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });
});

test("the cost is the difference of the medians, and unknown where one of them is", () => {
  const lanes = (of: typeof finishedComparison) =>
    compareCost(summariseLane(of, "process"), summariseLane(of, "hyperv"));
  expect(lanes(finishedComparison)).toEqual({ ms: 3_240, bytes: (124_000 - 96 - 72 - 88 - 6_900) * 1024 });
  expect(lanes(failedComparison)).toEqual({ ms: null, bytes: null });
});
