import fc from "fast-check";
import { expect, it } from "vitest";
import { LogStore } from "./log-store.ts";
import { ROW, scrollTopOf, windowOf } from "./log-window.ts";
import { RowModel } from "./row-model.ts";

function modelOf(lines: number, columns: number | null) {
  const store = new LogStore();
  store.append([{ kind: "text", source: "stdout", text: `${"x".repeat(25)}\n`.repeat(lines), at: [] }]);
  return { store, model: new RowModel(store, columns) };
}

it("draws what is in sight, and few lines more, wherever the scroller stands", () => {
  const { store, model } = modelOf(5000, 10);
  fc.assert(
    fc.property(fc.nat({ max: 5000 * 3 * ROW }), fc.integer({ min: 50, max: 900 }), (scrollTop, height) => {
      const { from, to, top, spacer } = windowOf(
        model,
        store,
        Math.min(scrollTop, 5000 * 3 * ROW - height),
        height,
      );
      const bottom = top + (to - from) * 3 * ROW;
      expect(top).toBeLessThanOrEqual(scrollTop);
      expect(bottom).toBeGreaterThanOrEqual(Math.min(spacer, scrollTop + height) - 3 * ROW);
      expect(to - from).toBeLessThanOrEqual((height / ROW + 30) / 3 + 2);
    }),
  );
});

it("reaches the last line of a log that is higher than a page can be", () => {
  const { store, model } = modelOf(990_000, 10);
  const height = 500;
  const end = windowOf(model, store, 0, height).spacer - height;
  expect(end).toBeLessThan(31_000_000);
  expect(windowOf(model, store, end, height).to).toBe(990_000);
  const row = model.rowOf(500_000);
  const { from, to } = windowOf(model, store, scrollTopOf(model, row, height), height);
  expect(from).toBeLessThanOrEqual(500_000);
  expect(to).toBeGreaterThan(500_000);
});

it("draws nothing of an empty log", () => {
  const store = new LogStore();
  const drawn = windowOf(new RowModel(store, null), store, 0, 500);
  expect(drawn.to - drawn.from).toBe(0);
});
