import type { Page } from "@playwright/test";
import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage, type IsolationWord } from "../pages/containers-page.ts";
import { DetailsDrawer } from "../pages/details-drawer.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

async function launch(page: Page, isolation: IsolationWord, name: string): Promise<void> {
  await new ContainersPage(page).launch.click();
  await new LaunchDialog(page).launch({ isolation, name, command: "ping 127.0.0.1" });
}

const numberIn = (text: string | null) => Number(/(\d+)/.exec(text ?? "")?.[1]);

test("by mouse: both sides of both isolations, with PIDs that are the host's", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  const details = new DetailsDrawer(page);
  await containers.open();
  await launch(page, "Shared kernel", "seen");
  await launch(page, "Micro-VM", "walled");

  await details.open(containers, "seen");
  await expect(details.drawer).not.toBeFocused();
  await expect(details.panel).toContainText("1 of 1 container processes are host processes");
  const hostPid = numberIn(
    await details.host.getByRole("row").filter({ hasText: "ping" }).first().innerText(),
  );
  const insidePid = numberIn(await details.inside.getByRole("row").filter({ hasText: "ping" }).innerText());
  expect(procFacts(hostPid)?.nsPids).toEqual([hostPid, insidePid]);
  expect(await docker.docker("inspect", "--format", "{{.State.Pid}}", "seen")).toBe(String(hostPid));
  await expect(details.panel).toContainText("one shared kernel");

  await details.open(containers, "walled");
  await expect(details.panel).toContainText(/None of \d+ container processes has a row on the host/);
  await expect(details.panel).toContainText("Opaque to the host");
  const worker = await containers.footprintPid("walled");
  expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
  await expect(details.panel).toContainText(`qemu, PID ${worker}.`);
  await expect(details.panel).toContainText("two kernels");
  await details.close.click();
  await expect(details.drawer).toHaveCount(0);
  await expect(containers.row("walled")).toBeFocused();
  await containers.remove("seen", "walled");
});

test("by keyboard: Enter opens with the focus in it, F6 goes round, Escape gives the focus back", async ({
  page,
  docker,
}) => {
  const containers = new ContainersPage(page);
  const details = new DetailsDrawer(page);
  await containers.open();
  await ensureDemo(page, docker);
  await docker.docker("run", "-d", "--net", "none", "--name", "keyed", DEMO, "sleep", "1000");
  await containers.row("keyed").press("Enter");
  await expect(details.of("keyed")).toBeFocused();
  await page.keyboard.press("F6");
  await expect(details.drawer).not.toBeFocused();
  await page.keyboard.press("Shift+F6");
  await expect(details.drawer.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(details.drawer).toHaveCount(0);
  await expect(containers.row("keyed")).toBeFocused();

  await containers.row("keyed").press("Enter");
  await docker.docker("rm", "-f", "keyed");
  await expect(page.getByText("This container is gone.")).toBeVisible();
  await details.close.click();
  await expect(details.drawer).toHaveCount(0);
});

test("Boundary tells what the engine passes in; Inspect masks the environment until asked", async ({
  page,
  docker,
}) => {
  const containers = new ContainersPage(page);
  const details = new DetailsDrawer(page);
  await containers.open();
  await ensureDemo(page, docker);
  const options = ["--net", "none", "-v", "/tmp:/shared:ro", "-e", "API_KEY=k-4127", "--pid", "host"];
  await docker.docker("run", "-d", "--name", "holed", ...options, DEMO, "sleep", "1000");
  await expect(containers.row("holed")).toContainText("Running");

  await details.open(containers, "holed");
  await details.choose("Boundary");
  await expect(details.panel).toContainText("Shared kernel, 2 holes");
  await expect(details.panel).toContainText("/tmp → /shared");
  await expect(details.panel).toContainText("Host files can be read");
  await expect(details.panel).toContainText("Sees the host's processes and can signal them");

  await details.choose("Inspect");
  await details.panel.getByRole("button", { name: "Open all" }).click();
  await expect(details.tree).toContainText("API_KEY=••••");
  await expect(details.tree).not.toContainText("k-4127");
  await details.panel.getByRole("button", { name: "Show environment values" }).click();
  await expect(details.tree).toContainText("API_KEY=k-4127");
  await details.panel.getByRole("button", { name: "Hide environment values" }).click();
  await expect(details.tree).not.toContainText("k-4127");
  await details.close.click();
  await containers.remove("holed");
});

test("axe finds nothing in the drawer in any look", { tag: "@web" }, async ({ page }) => {
  test.slow();
  const containers = new ContainersPage(page);
  const details = new DetailsDrawer(page);
  await containers.open();
  await launch(page, "Micro-VM", "axe-details");
  await details.open(containers, "axe-details");
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    for (const tab of ["Processes", "Boundary", "Inspect"] as const) {
      await details.choose(tab);
      await expect(details.panel).not.toBeEmpty();
      await expectClean(page, `${tab}, ${look}`);
    }
  }
  await details.close.click();
  await containers.remove("axe-details");
});
