import fc from "fast-check";
import { expect, it } from "vitest";
import { backoff } from "./backoff.ts";

it("doubles from 100 ms to 30 s", () => {
  const waits = [0, 1, 2, 3, 8, 9, 500].map((failures) => backoff(failures, () => 0));
  expect(waits).toEqual([100, 200, 400, 800, 25_600, 30_000, 30_000]);
});

it("stays within a quarter of that, whatever chance says", () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(), chance, (failures, random) => {
      const wait = backoff(failures, () => random);
      const full = backoff(failures, () => 0);
      expect(wait).toBeLessThanOrEqual(full);
      expect(wait).toBeGreaterThanOrEqual(Math.floor(full * 0.75));
    }),
  );
});
