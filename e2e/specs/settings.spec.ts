import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { goTo } from "../pages/go-to.ts";

test("what is chosen takes effect, survives a reload, and can be put back", async ({ page }) => {
  await new ContainersPage(page).open();
  await goTo(page, "#/settings");
  const choose = (group: string, name: string) =>
    page.getByRole("radiogroup", { name: group }).getByRole("radio", { name }).click();
  await choose("Theme", "Dark");
  await choose("Refresh interval", "0.5 s");
  const status = page.getByRole("contentinfo");
  await expect(status).toContainText("Live, every 0.5 s.");
  await page.reload();
  await expect(status).toContainText("Live, every 0.5 s.");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.getByRole("button", { name: "Reset to defaults" }).click();
  await expect(status).toContainText("Live, every 1 s.");
  await expect(page.getByRole("radio", { name: "System" })).toBeChecked();
});

// @web: a desktop has one window.
test("the refresh interval holds for every page of the app @web", async ({ page, context }) => {
  await new ContainersPage(page).open();
  await goTo(page, "#/settings");
  const other = await context.newPage();
  await new ContainersPage(other).open();
  await page.getByRole("radio", { name: "5 s", exact: true }).click();
  await expect(other.getByRole("contentinfo")).toContainText("Live, every 5 s.");
  await other.close();
  await page.getByRole("radio", { name: "1 s", exact: true }).click();
  await expect(page.getByRole("contentinfo")).toContainText("Live, every 1 s.");
});

test("engines tell their default isolation and its origin, diagnostics tell who asked what", async ({
  page,
}) => {
  await new ContainersPage(page).open();
  await goTo(page, "#/settings/engines");
  const docker = page.getByRole("region", { name: "Docker", exact: true });
  await expect(docker).toContainText("default OCI runtime: runc (info)");
  await expect(docker).toContainText("Isoscope, which stops it when it ends");
  await expect(page.getByText(/^Shared kernel, by Docker/)).toBeVisible();
  // The configuration file of a dockerd of this host, and why there is nothing to change in it on Linux.
  await expect(page.getByText(/On Linux dockerd has no isolation option/)).toBeVisible();
  await expect(page.getByText(/daemon\.json/).first()).toBeVisible();
  await page.getByRole("link", { name: "Diagnostics" }).click();
  await expect(page.getByRole("row", { name: /^docker Engine \d+/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^host process table Host \d+/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Last events" })).toContainText("is live");
  for (const path of ["", "/engines", "/diagnostics"]) {
    await goTo(page, `#/settings${path}`);
    for (const { name: look, ...media } of LOOKS) {
      await page.emulateMedia(media);
      await expectClean(page, `Settings${path}, ${look}`);
    }
  }
});
