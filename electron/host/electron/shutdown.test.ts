import { expect, test } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { closeBeforeQuit, SHUTDOWN_LIMIT_MS } from "./shutdown.ts";

test("an app that never closes is left after the limit", () => {
  const { app } = fakeElectron();
  const timers: (readonly [number, () => void])[] = [];
  closeBeforeQuit({
    app,
    close: () => new Promise(() => {}),
    after: (ms, run) => {
      timers.push([ms, run]);
      return () => {};
    },
    log: () => {},
  });
  app.quit();
  expect(app.calls).toEqual(["quit held"]);
  expect(timers.map(([ms]) => ms)).toEqual([SHUTDOWN_LIMIT_MS]);
  timers[0]?.[1]();
  expect(app.calls).toEqual(["quit held", "exit 1"]);
});
