import { expect, test } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { createWindow, raise } from "./window.ts";

function opened() {
  const fake = fakeElectron();
  createWindow(fake.electron, "/app/preload.cjs");
  const [window] = fake.windows;
  if (!window) throw new Error("no window was made");
  return { ...fake, window };
}

test("the page is shut off from Node and from other origins", () => {
  expect(opened().window.options.webPreferences).toEqual({
    preload: "/app/preload.cjs",
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
  });
});

test("the window keeps the design's smallest size and title bar", () => {
  expect(opened().window.options).toMatchObject({
    show: false,
    minWidth: 1024,
    minHeight: 700,
    titleBarStyle: "hidden",
    titleBarOverlay: { color: "#f3f4f5", height: 44 },
    backgroundColor: "#f3f4f5",
  });
});

test("it shows itself only once the page has painted", () => {
  const { window } = opened();
  expect(window.calls).toEqual([]);
  window.emit("ready-to-show");
  expect(window.calls).toEqual(["show"]);
});

test("title bar and background follow the system's theme", () => {
  const { window, theme } = opened();
  theme.shouldUseDarkColors = true;
  theme.emit("updated");
  expect(window.calls).toEqual(["background #191a1c", "overlay #191a1c"]);
});

test("a theme change after the window has gone is nobody's business", () => {
  const { window, theme } = opened();
  window.webContents.destroyed = true;
  theme.emit("updated");
  expect(window.calls).toEqual([]);
});

test("raising restores a minimised window first", () => {
  const { window } = opened();
  window.minimized = true;
  raise(window);
  expect(window.calls).toEqual(["restore", "show", "focus"]);
});
