import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { goTo } from "../pages/go-to.ts";

test("the doctor finds Docker and QEMU fine, with what it saw, and looks again when asked", async ({
  page,
}) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("open the doctor");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Doctor" })).toHaveAttribute("aria-current", "page");

  const fine = async (group: string, title: string) => {
    const region = page.getByRole("region", { name: group, exact: true });
    await expect(region.getByRole("article", { name: title, exact: true })).toHaveCount(0);
    const fold = region.locator("details", { hasText: title }).first();
    if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
    return region.getByRole("listitem").filter({ hasText: title }).first();
  };
  await expect(await fine("Docker", "Docker engine")).toContainText("answers at unix://");
  const qemu = await fine("Micro-VM isolation", "QEMU");
  await expect(qemu).toBeVisible();
  await qemu.getByText("Details").click();
  await expect(qemu).toContainText("qemu-system-x86_64");

  await page.getByRole("button", { name: "Check again", exact: true }).click();
  await expect(page.getByText(/\d+ fine$/).first()).toBeVisible();
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Doctor, ${look}`);
  }
  await goTo(page, "#/settings/doctor?about=microvm");
  await expect(page.getByRole("region", { name: "Storage" })).toHaveCount(0);
});
