import { expect, test } from "vitest";
import { LiveStore } from "../contract/live-store.ts";
import { Audience } from "./audience.ts";

test("somebody is there from the first watcher to the last, over all collections", () => {
  const told: boolean[] = [];
  const audience = new Audience((present) => told.push(present));
  const sink = { snapshot: () => {}, change: () => {}, fail: () => {} };
  const first = audience.of(new LiveStore<number>()).subscribe(sink);
  const second = audience.of(new LiveStore<number>()).subscribe(sink);
  first();
  first();
  expect(told).toEqual([true]);
  second();
  expect(told).toEqual([true, false]);
});
