import fc from "fast-check";
import { expect, test } from "vitest";
import { mountedRows } from "./use-row-window.ts";

test("mounts what is in sight and the focused row, in order, each once, and few of them", () => {
  const some = fc.record({
    count: fc.integer({ min: 0, max: 10_000 }),
    first: fc.integer({ min: 0, max: 9_999 }),
    shown: fc.integer({ min: 0, max: 30 }),
    focused: fc.integer({ min: -1, max: 10_500 }),
  });
  fc.assert(
    fc.property(some, ({ count, first, shown, focused }) => {
      const rows = mountedRows({ first, last: first + shown }, count, 10, focused);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
      if (focused >= 0 && focused < count) expect(rows).toContain(focused);
      for (let row = first; row <= Math.min(first + shown, count - 1); row++) expect(rows).toContain(row);
      expect(rows.length).toBeLessThanOrEqual(shown + 22);
    }),
  );
});
