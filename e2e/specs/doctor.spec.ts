import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { DoctorPage } from "../pages/doctor-page.ts";
import { goTo } from "../pages/go-to.ts";
import { Palette } from "../pages/palette.ts";

test("the doctor finds Docker and QEMU fine, with what it saw, and looks again when asked", async ({
  page,
}) => {
  const doctor = new DoctorPage(page);
  await new ContainersPage(page).open();
  await new Palette(page).search("open the doctor");
  await page.keyboard.press("Enter");
  await expect(doctor.summary).toBeVisible();
  await doctor.checkAgain.click();
  await expect(doctor.group("Docker")).toContainText(/\d fine/);
  await expect(doctor.card("Docker engine")).toHaveCount(0);
  await expect(await doctor.line("Docker", "Docker engine")).toContainText("answers at unix://");
  const qemu = await doctor.line("Micro-VM isolation", "QEMU");
  await qemu.getByText("Details").click();
  await expect(qemu).toContainText("qemu-system-x86_64");
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Doctor, ${look}`);
  }
  await goTo(page, "#/settings/doctor?about=microvm");
  await expect(doctor.group("Micro-VM isolation")).toBeVisible();
  await expect(doctor.group("Storage")).toHaveCount(0);
});
