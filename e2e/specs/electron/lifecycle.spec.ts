import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ElectronApplication } from "@playwright/test";
import { DesktopApp, desktopArguments } from "../../fixtures/desktop-app.ts";
import { dockerdOf } from "../../fixtures/dockerd.ts";
import { procFacts } from "../../fixtures/host-facts.ts";
import { leftovers } from "../../fixtures/leftovers.ts";
import { appEnvironment } from "../../fixtures/running-app.ts";
import { expect, test } from "../../fixtures/test.ts";
import { ContainersPage } from "../../pages/containers-page.ts";

test("a second instance raises the first one's window and leaves", async ({ desktop }) => {
  await desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(desktop.process.spawnfile, desktopArguments(desktop.home), {
    env: appEnvironment(desktop.home),
    stdio: "ignore",
  });
  const [code] = await once(second, "exit");
  expect(code).toBe(0);
  await expect
    .poll(() =>
      desktop.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => [window.isMinimized(), window.isVisible()]),
      ),
    )
    .toEqual([[false, true]]);
});

test("nothing in the menu reloads the page", async ({ page, desktop }) => {
  await new ContainersPage(page).open();
  const roles = await desktop.electron.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(
      ({ submenu }) => submenu?.items.map(({ role, label }) => String(role ?? label).toLowerCase()) ?? [],
    ),
  );
  expect(roles).toEqual(expect.arrayContaining(["quit", "zoomin", "close"]));
  expect(roles?.filter((role) => role.includes("reload"))).toEqual([]);
  await page.evaluate(() => Reflect.set(window, "stillHere", true));
  for (const keys of ["F5", "Control+R", "Control+Shift+R"]) await page.keyboard.press(keys);
  expect(await page.evaluate(() => Reflect.get(window, "stillHere"))).toBe(true);
});

test("the window's colours follow the theme", async ({ page, desktop, front }) => {
  test.skip(front === "electron", "Electron's theme is the system's, which a test does not change");
  await new ContainersPage(page).open();
  for (const [colorScheme, color] of [
    ["dark", "#191a1c"],
    ["light", "#f3f4f5"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect
      .poll(() =>
        desktop.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
        ),
      )
      .toBe(color);
  }
});

/**
 * The heading the page shows, asked of the main process: a page that has crashed is lost to the test's own driver. Null
 * while there is no page to ask.
 */
const heading = (electron: ElectronApplication) =>
  electron
    .evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "document.querySelector('h1')?.textContent",
      ),
    )
    .catch(() => null);

test("a page that crashes comes back; closing the window ends the app, its engines and all it started", async ({
  front,
}) => {
  if (front === "web") throw new Error("a web host has no window");
  const app = await DesktopApp.start(front);
  try {
    await new ContainersPage(await app.window()).open();
    const dockerd = dockerdOf(app.home);
    expect(procFacts(dockerd)).not.toBeNull();
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => app.log).toContain("The window's process ended: ");
    await expect.poll(() => heading(app.electron)).toBe("Containers");

    const ended = once(app.process, "exit");
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    const [code] = await ended;
    expect(code, app.log).toBe(0);
    expect([procFacts(dockerd), leftovers(app)]).toEqual([null, []]);
  } finally {
    await app.stop();
    await app.removeHome();
  }
});
