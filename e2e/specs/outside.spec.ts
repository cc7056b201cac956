import { AppProcess } from "../fixtures/app-process.ts";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { dockerdOf } from "../fixtures/dockerd.ts";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

test("what others do with docker shows without a refresh", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await docker.docker("run", "-d", "--net", "none", "--name", "outside", DEMO, "sleep", "1000");
  await expect(containers.row("outside")).toContainText("Running");
  const pid = await containers.footprintPid("outside");
  expect(procFacts(pid)?.commandLine).toEqual(["sleep", "1000"]);
  await docker.docker("kill", "outside");
  await expect(containers.row("outside")).toContainText("Exited (137)");
  await docker.docker("rm", "outside");
  await expect(containers.row("outside")).toHaveCount(0);
});

test("a killed dockerd turns its rows stale with the reason, and its restart brings them back", async ({
  page,
  docker,
  app,
}) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await docker.docker("run", "-d", "--net", "none", "--name", "survivor", DEMO, "sleep", "1000");
  await expect(containers.row("survivor")).toContainText("Running");
  process.kill(dockerdOf(app.home), "SIGKILL");
  const news = page.getByRole("status").filter({ hasText: "Paused data." });
  await expect(news).toContainText(/Last sample \d\d:\d\d:\d\d, .* ago/);
  await expect(news).toContainText("SIGKILL");
  await expect(containers.row("survivor")).toBeVisible();
  await expect(news).toBeHidden({ timeout: 90_000 });
  await expect(containers.row("survivor")).toContainText("Exited");
  await docker.docker("rm", "-f", "survivor");
  await expect(containers.row("survivor")).toHaveCount(0);
});

test("a killed QEMU shows the container as failed, with the signal", async ({ page }) => {
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  await containers.open();
  await containers.launch.click();
  await dialog.launch({ isolation: "Micro-VM", name: "doomed" });
  await expect(containers.row("doomed")).toContainText("Running");
  process.kill(await containers.footprintPid("doomed"), "SIGKILL");
  await expect(containers.row("doomed")).toContainText("Failed");
  await expect(containers.row("doomed")).toContainText("SIGKILL");
  await containers.remove("doomed");
});

// It starts web hosts of its own; what a killed app leaves is the engines' matter, whatever its front.
const itsOwn = { tag: "@web" };
test(
  "a killed app leaves no QEMU, and its next start clears up what docker left",
  itsOwn,
  async ({ browser }) => {
    const doomed = await AppProcess.start();
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    const containers = new ContainersPage(page);
    const dialog = new LaunchDialog(page);
    await page.goto(doomed.url);
    await expect(containers.engines).toHaveAccessibleName(/2 engines/);
    await containers.launch.click();
    await dialog.launch({ isolation: "Micro-VM", name: "orphan" });
    const worker = await containers.footprintPid("orphan");
    expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
    await doomed.stop("SIGKILL");
    await expect.poll(() => procFacts(worker)).toBeNull();
    await context.close();
    const next = await AppProcess.start(doomed.home);
    expect(await next.stop()).toBe(0);
    await next.removeHome();
  },
);
