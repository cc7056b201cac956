import type { Page } from "@playwright/test";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ComparePage } from "../pages/compare-page.ts";
import { ContainersPage, type IsolationWord } from "../pages/containers-page.ts";
import { pressUntilFocused, tabTo } from "../pages/keyboard.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { ScopePage } from "../pages/scope-page.ts";

async function launchByKeys(page: Page, isolation: IsolationWord, name: string): Promise<void> {
  const { dialog, more, name: nameField, submit } = new LaunchDialog(page);
  await page.keyboard.press("Alt+n");
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("radio", { checked: true }));
  await pressUntilFocused(
    page,
    "ArrowRight",
    dialog.getByRole("radio", { name: new RegExp(`^${isolation}`) }),
  );
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  await tabTo(page, nameField);
  await page.keyboard.type(name);
  await tabTo(page, submit);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden({ timeout: 120_000 });
}

async function scopeByKeys(page: Page, containers: ContainersPage, name: string): Promise<ScopePage> {
  const scope = new ScopePage(page);
  const row = containers.row(name);
  await expect(row.getByRole("button", { name: /^Open PID/ })).toBeVisible();
  await tabTo(page, containers.grid.locator("[tabindex='0']").first());
  await page.keyboard.press("Home");
  await pressUntilFocused(page, "ArrowDown", row);
  await page.keyboard.press("Alt+Enter");
  await expect(scope.heading(name)).toBeVisible();
  // It comes with the first look at both sides; the heading does not wait for that.
  await expect(scope.find).toBeVisible();
  await page.keyboard.press("/");
  await expect(scope.find).toBeFocused();
  await page.keyboard.type("ping");
  return scope;
}

async function leaveByKeys(page: Page, scope: ScopePage): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(scope.find).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: "Containers" })).toBeVisible();
}

/** One run of the demo under both isolations. */
async function compareByKeys(page: Page): Promise<void> {
  const compare = new ComparePage(page);
  await page.keyboard.press("Alt+2");
  await expect(page.getByRole("heading", { level: 1, name: "Compare" })).toBeVisible();
  // The form stands as the last comparison of this app left it.
  await tabTo(page, compare.command);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("ping 127.0.0.1");
  await tabTo(page, compare.runs);
  await page.keyboard.press("Home");
  await expect(compare.runs).toHaveValue("1");
  await compare.remember();
  await tabTo(page, compare.run);
  await page.keyboard.press("Enter");
  await compare.ended();
  await expect(compare.main).toContainText(/Micro-VM isolation took .+ In return the host sees/);
  await page.keyboard.press("Alt+1");
  await expect(page.getByRole("heading", { level: 1, name: "Containers" })).toBeVisible();
}

test("by keyboard only: launch, scope, compare, stop and remove under both isolations", async ({
  page,
  docker,
}) => {
  // Two micro-VMs boot, one of them measured.
  test.slow();
  const containers = new ContainersPage(page);
  await containers.open();

  await launchByKeys(page, "Shared kernel", "keys-shared");
  const shared = await scopeByKeys(page, containers, "keys-shared");
  await expect(shared.result).toContainText("Same process");
  const pid = Number(/→\s+PID\s+(\d+)/.exec(await shared.result.innerText())?.[1]);
  expect(procFacts(pid)?.comm).toBe("ping");
  await leaveByKeys(page, shared);

  await launchByKeys(page, "Micro-VM", "keys-vm");
  const vm = await scopeByKeys(page, containers, "keys-vm");
  await expect(vm.result).toContainText('Cannot find a process with the name "ping" on the host');
  const worker = Number(/qemu-system-x86_64,\s+PID\s+(\d+)/.exec(await vm.result.innerText())?.[1]);
  expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
  await leaveByKeys(page, vm);

  await compareByKeys(page);

  await tabTo(page, containers.grid.locator("[tabindex='0']").first());
  await page.keyboard.press("Control+a");
  await tabTo(page, page.getByRole("toolbar").getByRole("button", { name: /^Stop/ }));
  await page.keyboard.press("Enter");
  for (const name of ["keys-shared", "keys-vm"])
    await expect(containers.row(name)).toContainText("Exited", { timeout: 60_000 });
  await tabTo(page, containers.grid.locator("[tabindex='0']").first());
  await page.keyboard.press("Delete");
  const confirm = page.getByRole("alertdialog");
  await expect(confirm).toContainText("Remove 2 containers?");
  await tabTo(page, confirm.getByRole("button", { name: "Remove 2" }));
  await page.keyboard.press("Enter");
  await expect(containers.row("keys-shared")).toHaveCount(0);
  await expect(containers.row("keys-vm")).toHaveCount(0);
  expect(procFacts(worker)).toBeNull();
  expect(await docker.names()).toEqual([]);
});
