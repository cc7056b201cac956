import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statistics } from "./cost-statistics.ts";

const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 });

describe("statistics", () => {
  it("is nothing of nothing, and one value is all of it", () => {
    expect(statistics([])).toBeNull();
    expect(statistics([Number.NaN, Number.POSITIVE_INFINITY])).toBeNull();
    expect(statistics([7])).toEqual({ median: 7, min: 7, max: 7, q1: 7, q3: 7, iqr: 0, count: 1 });
  });

  it("reads quartiles between neighbours, as R and NumPy do", () => {
    expect(statistics([1, 2, 3, 4])).toEqual({
      median: 2.5,
      min: 1,
      max: 4,
      q1: 1.75,
      q3: 3.25,
      iqr: 1.5,
      count: 4,
    });
  });

  it("is in order, inside the values, whatever their order", () => {
    fc.assert(
      fc.property(values, (all) => {
        const one = statistics(all);
        expect(one).toEqual(statistics([...all].reverse()));
        if (!one) throw new Error("no statistics");
        const order = [one.min, one.q1, one.median, one.q3, one.max];
        expect([...order].sort((a, b) => a - b)).toEqual(order);
        expect(one.iqr).toBeCloseTo(one.q3 - one.q1, 6);
        expect([one.min, one.max]).toEqual([Math.min(...all), Math.max(...all)]);
      }),
    );
  });

  it("has as many values below the median as above it", () => {
    fc.assert(
      fc.property(values, (all) => {
        const median = statistics(all)?.median ?? 0;
        const below = all.filter((value) => value < median).length;
        const above = all.filter((value) => value > median).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(all.length / 2);
      }),
    );
  });

  it("moves with its values", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -1000, max: 1000 }), (all, by) => {
        const [one, moved] = [statistics(all), statistics(all.map((value) => value + by))];
        expect(moved?.median).toBeCloseTo((one?.median ?? 0) + by, 6);
        expect(moved?.iqr).toBeCloseTo(one?.iqr ?? 0, 6);
      }),
    );
  });
});
