import { expect, test } from "vitest";
import { hasDisplay, whyNoWindow } from "./front.mjs";

test("Linux shows windows on X or Wayland, other systems always", () => {
  expect(hasDisplay({}, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: ":0" }, "linux")).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
  expect(hasDisplay({}, "win32")).toBe(true);
});

test("a window needs a display and a user who is not root", () => {
  expect(whyNoWindow({ display: true, root: false })).toBeNull();
  expect(whyNoWindow({ display: false, root: false })).toContain("display");
  expect(whyNoWindow({ display: true, root: true })).toContain("root");
});
