import fc from "fast-check";
import { expect, test } from "vitest";
import { compareStarts } from "./start-order.ts";

test("orders stamps as the numbers they are, beyond what a number holds", () => {
  const stamp = fc.bigInt({ min: 0n, max: 10n ** 20n - 1n });
  fc.assert(
    fc.property(stamp, stamp, (a, b) => {
      expect(Math.sign(compareStarts(String(a), String(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});
