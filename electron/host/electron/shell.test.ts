import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ComposedApp } from "../composed-app.ts";
import { CHANNEL, HELLO } from "./channel.ts";
import { fakeElectron, fromPage } from "./fake-electron.ts";
import { runShell } from "./shell.ts";

function setUp(close: () => Promise<void> = async () => {}) {
  const fake = fakeElectron();
  const log: string[] = [];
  const received: unknown[] = [];
  const dispatcher = {
    connect: () => ({ receive: (raw: unknown) => received.push(raw), close: () => {} }),
  };
  const run = (compose: () => Promise<ComposedApp> = async () => ({ dispatcher, close })) =>
    runShell(fake.electron, {
      preload: "/app/preload.cjs",
      rendererDir: "/app/renderer",
      compose,
      log: (line) => log.push(line),
    });
  return { ...fake, log, received, run };
}

test("the page is loaded from the app's scheme and its frames reach the dispatcher", async () => {
  const { run, windows, ipcMain, received } = setUp();
  await run();
  const [window] = windows;
  if (!window) throw new Error("no window was made");
  expect(window.calls).toEqual(["load app://isoscope/"]);
  ipcMain.emit(CHANNEL, fromPage(window.webContents), HELLO);
  ipcMain.emit(CHANNEL, fromPage(window.webContents), { t: "call" });
  expect(received).toEqual([{ t: "call" }]);
});

test("sandbox and scheme are set before Electron is ready", async () => {
  const { run, app, seen } = setUp();
  const running = run();
  expect([app.calls[0], seen.schemes.length]).toEqual(["sandbox", 1]);
  await running;
});

test("each page that comes to be is kept from navigating", async () => {
  const { run, windows } = setUp();
  await run();
  expect(windows[0]?.webContents.listenerCount("will-navigate")).toBe(1);
});

test("a second instance leaves at once and composes nothing", async () => {
  const { run, app, windows } = setUp();
  app.firstInstance = false;
  await run(() => Promise.reject(new Error("composed")));
  expect([app.calls, windows.length]).toEqual([["quit"], 0]);
});

test("the first instance's window comes forward when a second one starts", async () => {
  const { run, app, windows } = setUp();
  await run();
  app.emit("second-instance");
  expect(windows[0]?.calls.slice(1)).toEqual(["show", "focus"]);
});

test("an app that cannot be composed says why and ends with code 1", async () => {
  const { run, app, seen, windows } = setUp();
  await run(() => Promise.reject(new IsoscopeFailure({ code: "denied", reason: "No state folder." })));
  expect(seen.errors).toEqual(["Isoscope cannot start: No state folder."]);
  expect([app.calls.at(-1), windows.length]).toEqual(["exit 1", 0]);
});

test("the last window's end closes the app, once, before it exits", async () => {
  let closed = 0;
  const { run, app } = setUp(async () => {
    closed += 1;
  });
  await run();
  app.emit("window-all-closed");
  app.quit();
  await turn();
  expect([closed, app.calls.slice(-3)]).toEqual([1, ["quit held", "quit held", "exit 0"]]);
});

test("an app that fails to close still exits, with code 1", async () => {
  const { run, app, log } = setUp(() => Promise.reject(new Error("engine stuck")));
  await run();
  app.quit();
  await turn();
  expect([app.calls.at(-1), log]).toEqual(["exit 1", ["Closing failed: engine stuck"]]);
});

test("no accelerator reloads the page", async () => {
  const { run, seen } = setUp();
  await run();
  const text = JSON.stringify(seen.menu);
  expect(text).toContain("zoomIn");
  expect(text).not.toMatch(/reload|F5|CmdOrCtrl\+R/i);
  expect(text).not.toContain("toggleDevTools");
});
