import { expect, it } from "vitest";
import { nextFrameOf } from "./page-frames.ts";

function page(hidden: boolean) {
  const frames = new Map<number, () => void>();
  const shown = new Set<() => void>();
  let next = 1;
  const one = {
    hidden,
    requestAnimationFrame: (callback: () => void) => {
      frames.set(next, callback);
      return next++;
    },
    cancelAnimationFrame: (handle: number) => void frames.delete(handle),
    onShown: (callback: () => void) => {
      shown.add(callback);
      return () => shown.delete(callback);
    },
  };
  const paint = () => {
    for (const [handle, callback] of [...frames]) {
      frames.delete(handle);
      callback();
    }
  };
  const show = () => {
    one.hidden = false;
    for (const callback of [...shown]) callback();
  };
  return { one, paint, show };
}

it("calls back with the next frame, once", () => {
  const { one, paint } = page(false);
  let calls = 0;
  nextFrameOf(one)(() => {
    calls += 1;
  });
  paint();
  paint();
  expect(calls).toBe(1);
});

it("waits until a hidden page is shown, also when it was hidden in between", () => {
  const { one, paint, show } = page(false);
  let calls = 0;
  nextFrameOf(one)(() => {
    calls += 1;
  });
  one.hidden = true;
  paint();
  expect(calls).toBe(0);
  show();
  paint();
  expect(calls).toBe(1);
});

it("calls nobody who has cancelled", () => {
  for (const hidden of [true, false]) {
    const { one, paint, show } = page(hidden);
    let calls = 0;
    const cancel = nextFrameOf(one)(() => {
      calls += 1;
    });
    cancel();
    show();
    paint();
    expect(calls).toBe(0);
  }
});
