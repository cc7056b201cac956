import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { StatsTab } from "../pages/stats-tab.ts";

test("what a container uses is counted by its engine and the host, and a pause is a gap", async ({
  page,
  docker,
}) => {
  test.slow();
  const containers = new ContainersPage(page);
  const stats = new StatsTab(page);
  await containers.open();
  await ensureDemo(page, docker);
  const busy = "while :; do echo x > /tmp/x; sleep 0.2; done";
  const id = await docker.docker("run", "-d", "--net", "none", "--name", "stats", DEMO, "sh", "-c", busy);
  await expect(containers.row("stats")).toContainText("Running");
  await stats.open(`docker/${id}`);
  await expect(stats.cell("CPU", 1)).toHaveText(/^\d+\.\d %$/);
  await expect(stats.cell("CPU", 4)).toHaveText(/CPU time$/);
  await expect(stats.cell("Memory", 1)).toHaveText(/^[\d.]+ [kM]B$/);
  await expect(stats.cell("Received", 1)).toHaveText("–");
  await expect(stats.measure("Network")).toContainText("no network card of its own");
  await expect(stats.chart("CPU", "Last 2 minutes")).toBeVisible();
  await page.getByRole("radio", { name: "Since start" }).click();
  await expect(stats.chart("Memory", "Since start")).toBeVisible();
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Stats, ${look}`);
  }
  await docker.docker("pause", "stats");
  await expect(page.getByText("Nothing is read now. It is paused.")).toBeVisible();
  await expect(stats.cell("CPU", 1)).toHaveText("–");
  await docker.docker("unpause", "stats");
  await expect(stats.cell("CPU", 1)).toHaveText(/%$/);
  await expect(page.getByText(/^A gap in a line/)).toBeVisible();
  await docker.docker("rm", "-f", "stats");
});

test("a micro-VM has the same charts on the same axes, and no network card", async ({ page }) => {
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  const stats = new StatsTab(page);
  await containers.open();
  await containers.launch.click();
  await dialog.launch({ isolation: "Micro-VM", name: "stats-vm", command: "ping 127.0.0.1" });
  await expect(containers.row("stats-vm")).toContainText("Running");
  await containers.row("stats-vm").press("Enter");
  await page.getByRole("tab", { name: "Stats" }).click();
  await expect(stats.cell("CPU", 1)).toHaveText(/^\d+\.\d %$/);
  await expect(stats.cell("Memory", 1)).toHaveText(/^\d+ MB$/);
  await expect(stats.cell("Read", 4)).toHaveText(/^[\d.]+ MB$/);
  await expect(stats.measure("Network")).toContainText("A micro-VM has no network card.");
  await page.keyboard.press("Escape");
  await containers.remove("stats-vm");
});
