import fc from "fast-check";
import { expect, it } from "vitest";
import { LogStore } from "./log-store.ts";
import { RowModel } from "./row-model.ts";

function storeOf(widths: readonly number[]): LogStore {
  const store = new LogStore();
  const text = widths.map((width) => `${"x".repeat(width)}\n`).join("");
  store.append([{ kind: "text", source: "stdout", text, at: [] }]);
  return store;
}

const widths = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 2500 });

it("finds each row's line and each line's row, wrapped or not", () => {
  fc.assert(
    fc.property(widths, fc.option(fc.integer({ min: 1, max: 20 })), (lengths, columns) => {
      const model = new RowModel(storeOf(lengths), columns);
      let row = 0;
      for (let n = 0; n < lengths.length; n += 97) {
        row = model.rowOf(n);
        expect(model.lineAt(row)).toBe(n);
        expect(model.lineAt(row + model.rowsOf(n) - 1)).toBe(n);
      }
      const sum = lengths.reduce((total, _, n) => total + model.rowsOf(n), 0);
      expect(model.total).toBe(sum);
    }),
    { numRuns: 40 },
  );
});

it("believes what was measured", () => {
  const model = new RowModel(storeOf([5, 5, 5]), 10);
  expect(model.measure(1, 3)).toBe(true);
  expect(model.measure(1, 3)).toBe(false);
  expect(model.total).toBe(5);
  expect(model.rowOf(2)).toBe(4);
});
