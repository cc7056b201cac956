import { expect, test } from "../../fixtures/test.ts";
import { ContainersPage } from "../../pages/containers-page.ts";

test("the page reaches three things of the app and nothing of Node or Electron", async ({ page }) => {
  await new ContainersPage(page).open();
  const seen = await page.evaluate(() => {
    const names = ["require", "module", "exports", "process", "Buffer", "global", "__dirname", "electron"];
    const bridge = Object.entries(window.isoscope ?? {});
    return {
      reached: [...names, "ipcRenderer", "contextBridge"].filter((name) => name in globalThis),
      harness: Object.getOwnPropertyNames(globalThis).filter((name) => /standin/i.test(name)),
      keys: bridge.map(([key]) => key).sort(),
      // A function of the preload's world would bring that world's own constructor along.
      foreign: bridge.filter(([, part]) => typeof part === "function" && part.constructor !== Function),
      frozen: Object.isFrozen(window.isoscope),
    };
  });
  expect(seen).toEqual({
    reached: [],
    harness: [],
    keys: ["platform", "send", "subscribe"],
    foreign: [],
    frozen: true,
  });
});

test("what the page puts over the bridge does not replace it", async ({ page }) => {
  await new ContainersPage(page).open();
  const replaced = await page.evaluate(() => {
    const before = window.isoscope;
    Reflect.set(window, "isoscope", { send: null });
    return before !== window.isoscope;
  });
  expect(replaced).toBe(false);
});

test("the page's own messages are checked: what is no frame is answered as malformed", async ({ page }) => {
  await new ContainersPage(page).open();
  const answer = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const leave = window.isoscope?.subscribe((frame) => {
          const text = JSON.stringify(frame);
          if (!text.includes('"malformed"')) return;
          leave?.();
          resolve(frame);
        });
        window.isoscope?.send({ t: "call", id: -1, name: "host.info" });
      }),
  );
  expect(answer).toMatchObject({ t: "malformed", error: { code: "invalid", field: "id" } });
});
