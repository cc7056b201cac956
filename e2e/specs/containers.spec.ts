import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import type { DockerCli } from "../fixtures/docker-cli.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

/** Ends when it is asked to: as PID 1, `sleep` alone would take the 10 s until it is killed. */
const SLEEPER = "trap exit TERM; sleep 1000 & wait";
const sleeper = (docker: DockerCli, name: string) =>
  docker.docker("run", "-d", "--net", "none", "--name", name, DEMO, "sh", "-c", SLEEPER);
const stateOf = (docker: DockerCli, name: string) =>
  docker.docker("inspect", "--format", "{{.State.Status}}", name);

test("the row menu pauses, resumes and stops, and a stop can be undone", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await sleeper(docker, "menu");
  await containers.act("menu", "Pause");
  await expect(containers.row("menu")).toContainText("Paused");
  expect(await stateOf(docker, "menu")).toBe("paused");
  await containers.act("menu", "Resume");
  await expect(containers.row("menu")).toContainText("Running");
  await containers.act("menu", "Stop");
  await expect(page.getByText("Stopped menu")).toBeVisible();
  await expect(containers.row("menu")).toContainText("Exited");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(containers.row("menu")).toContainText("Running");
  expect(await stateOf(docker, "menu")).toBe("running");
  await containers.remove("menu");
});

test("a row under the pointer offers Console, Scope, Stop and the menu", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await sleeper(docker, "hovered");
  const row = containers.row("hovered");
  await row.hover();
  await expect(row.getByRole("button", { name: "Console: hovered" })).toBeVisible();
  await expect(row.getByRole("button", { name: "Open in Scope: hovered" })).toBeVisible();
  await row.getByRole("button", { name: "Stop hovered" }).click();
  await expect(row).toContainText("Exited");
  await row.hover();
  await expect(row.getByRole("button", { name: "Console: hovered" })).toBeDisabled();
  await expect(row.getByRole("button", { name: "Stop hovered" })).toHaveAttribute("title", /not running/);
  await containers.remove("hovered");
});

test("several rows of both engines are stopped at once, and started again by Undo", async ({
  page,
  docker,
}) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await sleeper(docker, "bulk-shared");
  await containers.launch.click();
  await new LaunchDialog(page).launch({
    isolation: "Micro-VM",
    name: "bulk-vm",
    command: `sh -c "${SLEEPER}"`,
  });
  await docker.docker("create", "--name", "bulk-idle", DEMO, "true");
  for (const name of ["bulk-shared", "bulk-vm", "bulk-idle"]) {
    await containers.row(name).getByRole("checkbox").check();
  }
  const bar = page.getByRole("toolbar", { name: "3 selected" });
  await expect(bar.getByRole("button", { name: "Start 1" })).toBeVisible();
  await expect(bar.getByRole("button", { name: "Stop 2" })).toHaveAttribute("title", /not running/);
  await bar.getByRole("button", { name: "Stop 2" }).click();
  await expect(page.getByText("Stopped 2 containers")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Undo" }).click();
  for (const name of ["bulk-shared", "bulk-vm"]) {
    await expect(containers.row(name)).toContainText("Running", { timeout: 60_000 });
  }
  expect(await stateOf(docker, "bulk-shared")).toBe("running");
  await bar.getByRole("button", { name: /^Remove/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove 3" }).click();
  await expect(containers.row("bulk-idle")).toHaveCount(0, { timeout: 60_000 });
  await expect(containers.row("bulk-vm")).toHaveCount(0, { timeout: 60_000 });
});

test("a start that fails says why on the row and above the list", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await docker.docker("create", "--net", "none", "--name", "wrong", DEMO, "/no/such/program");
  await containers.act("wrong", "Start");
  const trouble = page.getByRole("alert").filter({ hasText: "Start failed on wrong." });
  await expect(trouble).toContainText("/no/such/program");
  await expect(containers.row("wrong")).toContainText("Start failed on wrong.");
  await trouble.getByRole("button", { name: "Dismiss" }).click();
  await expect(containers.row("wrong")).not.toContainText("Start failed on wrong.");
  await containers.remove("wrong");
});

test("columns can be chosen and the list filtered by text and isolation", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await sleeper(docker, "filter-one");
  await sleeper(docker, "filter-two");
  await expect(containers.row("filter-two")).toBeVisible();

  const owner = page.getByRole("columnheader", { name: "Owner" });
  await expect(owner).toBeVisible();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Owner" }).click();
  await expect(owner).toBeHidden();
  await page.getByRole("menuitemcheckbox", { name: "Owner" }).click();
  await page.keyboard.press("Escape");
  await expect(owner).toBeVisible();

  const find = page.getByRole("searchbox", { name: "Filter containers" });
  await find.fill("two");
  await expect(containers.row("filter-one")).toHaveCount(0);
  await page.getByRole("button", { name: /^filter-one/ }).click();
  await expect(find).toHaveValue("");
  await expect(containers.row("filter-one")).toHaveAttribute("aria-selected", "true");
  await page.getByRole("toolbar").getByRole("button", { name: "Clear selection" }).click();
  await page.getByRole("radio", { name: /^Micro-VM 0/ }).click();
  await expect(page.getByText("No container matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await containers.remove("filter-one", "filter-two");
});
