import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { Palette } from "../pages/palette.ts";
import { ScopePage } from "../pages/scope-page.ts";

const SCREENS = ["Containers", "Compare", "Images", "Host"];

test("the palette finds a container's process by its PID, and does what it offers", async ({
  page,
  docker,
}) => {
  const containers = new ContainersPage(page);
  const palette = new Palette(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.launch.click();
  await new LaunchDialog(page).launch({
    isolation: "Shared kernel",
    name: "sought",
    command: "ping 127.0.0.1",
  });
  const pid = await containers.footprintPid("sought");

  await palette.search(String(pid));
  await expect(palette.option(new RegExp(`^ping ${pid} inside sought`))).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(scope.heading("sought")).toBeVisible();
  await expect(scope.result).toContainText(`PID ${pid}`);

  await palette.search("theme dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");

  await palette.search("remove sought");
  await expect(palette.option(/^Remove sought/)).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => docker.names()).toEqual([]);
});

test("keys lead to every screen; the sheet lists them and gives the focus back", async ({ page }) => {
  await new ContainersPage(page).open();
  const rail = page.getByRole("navigation", { name: "Main" });
  for (const [i, name] of SCREENS.entries()) {
    await page.keyboard.press(`Alt+${i + 1}`);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(rail.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    await expect(page).toHaveTitle(new RegExp(`${name} – Isoscope$`));
  }
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  const link = rail.getByRole("link", { name: "Compare" });
  await link.focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Find a container, a PID or an action");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(link).toBeFocused();
});

test("at 200 % zoom nothing is lost: the shell stays whole and the screen scrolls to its last column", async ({
  page,
}) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(containers.launch).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("banner").getByRole("button", { name: /^Search/ })).toBeInViewport({
    ratio: 1,
  });
  await expect(containers.engines).toBeInViewport({ ratio: 1 });
  for (const name of [...SCREENS, "Settings"])
    await expect(page.getByRole("link", { name, exact: true })).toBeInViewport({ ratio: 1 });
  const columns = page.getByRole("button", { name: "Columns" });
  await columns.scrollIntoViewIfNeeded();
  await expect(columns).toBeInViewport({ ratio: 1 });
});

test("axe finds nothing in the palette and the sheet of keys", { tag: "@web" }, async ({ page }) => {
  await new ContainersPage(page).open();
  const palette = new Palette(page);
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await palette.search("host");
    await expect(palette.options.first()).toBeVisible();
    await expectClean(page, `Palette, ${look}`);
    await page.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectClean(page, `Keys, ${look}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
});
