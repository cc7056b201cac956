import { expect, test } from "vitest";
import { menuTemplate } from "../../../electron/host/electron/menu.ts";
import { keysOf } from "../page/accelerator-keys.ts";
import { Menus } from "./menu.ts";
import { acceleratorsOf } from "./menu-roles.ts";

const held = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

function shown() {
  const done: string[] = [];
  const menus = new Menus({ quit: () => done.push("quit"), close: () => done.push("close") });
  menus.setApplicationMenu(menus.buildFromTemplate(menuTemplate({ devTools: true })));
  return { menus, done };
}

test("keys choose the item of their role, and nothing chooses a reload", () => {
  const { menus, done } = shown();
  for (const keys of ["Ctrl+Q", "Ctrl+W", "F5", "Ctrl+R", "Ctrl+Shift+R"]) menus.press(keys);
  expect(done).toEqual(["quit", "close"]);
  expect(menus.getApplicationMenu()?.find("Ctrl+Shift+I")?.role).toBe("toggleDevTools");
  expect(menus.getApplicationMenu()?.find("F5")).toBeNull();
});

test("an item's own keys are read in any spelling", () => {
  expect(acceleratorsOf({ accelerator: "Shift+CmdOrCtrl+k" })).toEqual(["Ctrl+Shift+K"]);
  expect(acceleratorsOf({ role: "reload", accelerator: "Alt+F2" })).toEqual(["Alt+F2"]);
});

test("key presses are spelled as accelerators; what only types is none", () => {
  expect(keysOf({ ...held, key: "q", ctrlKey: true })).toBe("Ctrl+Q");
  expect(keysOf({ ...held, key: "+", ctrlKey: true, shiftKey: true })).toBe("Ctrl+Shift+Plus");
  expect(keysOf({ ...held, key: "F11" })).toBe("F11");
  expect([keysOf({ ...held, key: "a" }), keysOf({ ...held, key: "Shift", shiftKey: true })]).toEqual([
    null,
    null,
  ]);
});
