import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { FakeTimer } from "../../../engine/fake-timer.ts";
import { useSettled } from "./use-settled.ts";

test("the first value stands at once; a later one after it has been left alone", () => {
  const timer = new FakeTimer(1_000);
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 250, timer), {
    initialProps: { value: "a" },
  });
  expect(result.current).toEqual({ value: "a", at: 1_000 });
  rerender({ value: "ab" });
  act(() => timer.advance(200));
  rerender({ value: "abc" });
  act(() => timer.advance(249));
  expect(result.current.value).toBe("a");
  act(() => timer.advance(1));
  expect(result.current).toEqual({ value: "abc", at: 1_450 });
});

test("a value that comes back before it has settled changes nothing", () => {
  const timer = new FakeTimer();
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 250, timer), {
    initialProps: { value: "a" },
  });
  rerender({ value: "b" });
  rerender({ value: "a" });
  act(() => timer.advance(1_000));
  expect(result.current).toEqual({ value: "a", at: 0 });
});
