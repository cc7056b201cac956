import { expect, test } from "vitest";
import { CRASH_GAP_MS, recoverFromCrash } from "./crash-recovery.ts";
import { FakeContents, FakeWindow, fakeElectron } from "./fake-electron.ts";

function setUp() {
  const { electron, app, seen } = fakeElectron();
  const window = new FakeWindow({}, new FakeContents(1));
  let time = 1000;
  recoverFromCrash({ electron, window, now: () => time, log: () => {} });
  const crash = (after: number, reason = "crashed") => {
    time += after;
    window.webContents.emit("render-process-gone", {}, { reason });
  };
  return { window, app, seen, crash };
}

test("a page that crashes now and then is loaded again each time", () => {
  const { window, app, crash } = setUp();
  crash(0);
  crash(CRASH_GAP_MS);
  expect([window.calls.length, app.calls]).toEqual([2, []]);
});

test("a page that crashes at once again ends the app with a reason", () => {
  const { window, app, seen, crash } = setUp();
  crash(0);
  crash(CRASH_GAP_MS - 1);
  expect([window.calls.length, app.calls, seen.errors.length]).toEqual([1, ["quit"], 1]);
});

test("a page that leaves of itself is no crash", () => {
  const { window, crash } = setUp();
  crash(0, "clean-exit");
  expect(window.calls).toEqual([]);
});
