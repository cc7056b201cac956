import fc from "fast-check";
import { expect, test } from "vitest";
import { uniformLayout, variedLayout } from "./row-layout.ts";

const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 60 });

test("finds the row that covers an offset, and the nearest one outside", () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: -50, max: 9_000 }), (all, offset) => {
      const layout = variedLayout(all);
      const index = layout.at(offset);
      expect(layout.total).toBe(all.reduce((a, b) => a + b, 0));
      if (offset < 0) expect(index).toBe(0);
      else if (offset >= layout.total) expect(index).toBe(all.length - 1);
      else {
        expect(layout.top(index)).toBeLessThanOrEqual(offset);
        expect(layout.top(index) + layout.size(index)).toBeGreaterThan(offset);
      }
    }),
  );
});

test("rows of one height lie where equal sizes would put them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 60 }), (count, height) => {
      const uniform = uniformLayout(count, height);
      const varied = variedLayout(Array.from({ length: count }, () => height));
      expect(uniform.total).toBe(varied.total);
      for (let offset = -height; offset <= uniform.total + height; offset += 7) {
        expect(uniform.at(offset)).toBe(varied.at(offset));
      }
    }),
  );
});
