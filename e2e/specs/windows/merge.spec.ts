import { SEED } from "../../../native/test/standin/fixtures.ts";
import { WITHOUT_WINE } from "../../fixtures/windows-app.ts";
import { expect, test } from "../../fixtures/windows-test.ts";
import { ContainersPage } from "../../pages/containers-page.ts";
import { ScopePage } from "../../pages/scope-page.ts";

test.skip(WITHOUT_WINE !== null, WITHOUT_WINE ?? "");
test.use({ docker: true });

const IMAGE = "servercore:ltsc2019";

test("one row for each container: Docker's words, the host's footprint", async ({ page }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  const running = containers.grid.getByRole("row").filter({ hasText: "Running" });
  for (const name of ["ping-process", "ping-hyperv"]) {
    await expect(containers.row(name)).toContainText(IMAGE);
    await expect(containers.row(name)).toContainText("17763.6414");
  }
  await expect(running).toHaveCount(2);
  await expect(containers.row("ping-hyperv")).toContainText(`vmwp ${SEED.vmwp.pid}`);
  expect(await containers.footprintPid("ping-process")).toBe(SEED.ping.pid);
});

test("process isolation: docker top's PID, proven by the start that HCS tells", async ({ page }) => {
  const containers = new ContainersPage(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.openScope("ping-process");
  await scope.find.fill("ping");
  const { pid } = SEED.ping;
  await expect(page.getByText("docker top, starts by HCS")).toBeVisible();
  await expect(scope.result).toContainText(`Same process: PID ${pid} inside = PID ${pid} on host`);
  await expect(scope.result).toContainText(/Start time \d\d:\d\d:\d\d\.\d{3} matches too/);
  await expect(scope.inside.getByRole("row").filter({ hasText: "PING.EXE" })).toContainText("606.2kB");
  await expect(page.getByText("one shared kernel")).toBeVisible();
});

test("Hyper-V isolation: docker top's PID inside, the worker on the host", async ({ page }) => {
  const containers = new ContainersPage(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.openScopeByKey("ping-hyperv");
  await scope.find.fill("ping");
  await expect(scope.result).toContainText(`What the host sees instead: vmwp, Id ${SEED.vmwp.pid}`);
  await expect(page.getByText("docker top", { exact: true })).toBeVisible();
  const inside = scope.inside.getByRole("row").filter({ hasText: "PING.EXE" });
  await expect(inside).toContainText(String(SEED.guestPing.pid));
  await expect(page.getByText("two kernels")).toBeVisible();
});

test("while Docker is gone the rows stay, told by HCS; when it is back they are Docker's again", async ({
  page,
  windows,
}) => {
  const containers = new ContainersPage(page);
  const scope = new ScopePage(page);
  const rows = containers.grid.getByRole("row").filter({ hasText: "Running" });
  await containers.open();
  await expect(rows).toHaveCount(2);
  // Docker names the container's own command, HCS only its processes.
  const process = containers.row("ping-process");

  await test.step("gone", async () => {
    await windows.killDocker();
    await expect(process).toContainText("2 processes");
    await expect(process).toContainText(IMAGE);
    await expect(containers.row("ping-hyperv")).toContainText(`vmwp ${SEED.vmwp.pid}`);
    await expect(rows).toHaveCount(2);
    await containers.openScopeByKey("ping-process");
    await expect(page.getByText("HCS ProcessList")).toBeVisible();
    await scope.back.click();
  });

  await test.step("back", async () => {
    await windows.startDocker();
    await expect(process).not.toContainText("2 processes");
    expect(await containers.footprintPid("ping-process")).toBe(SEED.ping.pid);
    await expect(rows).toHaveCount(2);
  });
});
