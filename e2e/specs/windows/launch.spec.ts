import { hostProcessNames } from "../../fixtures/host-processes.ts";
import { WITHOUT_WINE } from "../../fixtures/windows-app.ts";
import { expect, test } from "../../fixtures/windows-test.ts";
import { ContainersPage } from "../../pages/containers-page.ts";
import { LaunchDialog } from "../../pages/launch-dialog.ts";
import { ScopePage } from "../../pages/scope-page.ts";

test.skip(WITHOUT_WINE !== null, WITHOUT_WINE ?? "");

const PROGRAMS = /^(?:ping|vmwp|CExecSvc)/i;

test("layers on disk under both isolations, seen from both sides; kill leaves nothing", async ({
  page,
  windows,
}) => {
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  const scope = new ScopePage(page);
  const form = { image: windows.makeImage(), command: "ping.exe localhost -t" };
  windows.control({});
  await containers.open();
  await expect(containers.grid.getByRole("row").filter({ hasText: "Running" })).toHaveCount(0);

  await test.step("process isolation shares its process with the host", async () => {
    await containers.launch.click();
    await dialog.launch({ ...form, isolation: "Process", name: "ping-process" });
    await containers.openScope("ping-process");
    await scope.find.fill("ping");
    await expect(scope.result).toContainText(/Same process: PID (\d+) inside = PID \1 on host/);
    await scope.back.click();
  });

  await test.step("Hyper-V isolation shows the host only its worker", async () => {
    await containers.launch.click();
    await dialog.launch({ ...form, isolation: "Hyper-V", name: "ping-hyperv" });
    await containers.openScope("ping-hyperv");
    await scope.find.fill("ping");
    await expect(scope.result).toContainText(/What the host sees instead: vmwp, Id \d+/);
    await expect(page.getByText("two kernels")).toBeVisible();
    await scope.back.click();
  });

  await test.step("killed and removed, nothing of them is on the host", async () => {
    for (const name of ["ping-process", "ping-hyperv"]) {
      await containers.act(name, "Kill");
      await expect(containers.row(name)).toContainText("Exited");
    }
    await containers.remove("ping-process", "ping-hyperv");
    await expect
      .poll(async () => (await hostProcessNames(page)).filter((name) => PROGRAMS.test(name)))
      .toEqual([]);
  });
  windows.control({ scenario: "seed" });
});
