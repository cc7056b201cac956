import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { ScopePage } from "../pages/scope-page.ts";

test("axe finds nothing on any screen in any look", async ({ page, docker }) => {
  // Twelve screens, each searched whole: minutes on a busy machine.
  test.slow();
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.launch.click();
  await dialog.launch({ isolation: "Shared kernel", name: "axe-shared", command: "ping 127.0.0.1" });
  await containers.launch.click();
  await dialog.launch({ isolation: "Micro-VM", name: "axe-vm", command: "ping 127.0.0.1" });
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Containers, ${look}`);
    await containers.launch.click();
    await expect(dialog.submit).toBeVisible();
    await expectClean(page, `Launch, ${look}`);
    await dialog.addHole("Port");
    await expectClean(page, `Launch with a hole, ${look}`);
    await page.keyboard.press("Escape");
    for (const name of ["axe-shared", "axe-vm"]) {
      await containers.openScope(name);
      await scope.find.fill("ping");
      await expect(scope.result).toContainText(/Same process|Cannot find a process/);
      await expectClean(page, `Scope of ${name}, ${look}`);
      await scope.back.click();
    }
  }
  await containers.remove("axe-shared", "axe-vm");
  expect(await docker.names()).toEqual([]);
});
