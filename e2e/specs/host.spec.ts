import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { HostPage } from "../pages/host-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { ScopePage } from "../pages/scope-page.ts";

test("both containers' processes are attributed, found, filtered and opened; the tree works by keyboard", async ({
  page,
  docker,
}) => {
  test.slow();
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  const host = new HostPage(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.launch.click();
  await dialog.launch({
    isolation: "Shared kernel",
    name: "host-shared",
    command: "sh -c 'ping 127.0.0.1 & wait'",
  });
  await containers.launch.click();
  await dialog.launch({ isolation: "Micro-VM", name: "host-vm", command: "ping 127.0.0.1" });
  await host.open();

  await test.step("the shared container's processes are rows of the host, and its shim is told apart", async () => {
    await host.showOnly("host-shared");
    await expect(host.table).toHaveAttribute("aria-rowcount", "4");
    const main = await host.pidOf(host.row("Command of host-shared"));
    expect(await docker.docker("inspect", "--format", "{{.State.Pid}}", "host-shared")).toBe(String(main));
    const member = await host.pidOf(host.row("In host-shared"));
    expect(procFacts(member)?.comm).toBe("ping");
    expect(procFacts(member)?.nsPids).toHaveLength(2);
    const shim = await host.pidOf(host.row("Shim of host-shared"));
    expect(procFacts(shim)?.exe).toMatch(/\/containerd-shim/);
    await host.row("In host-shared").click();
    await expect(host.owner).toContainText(`ping, PID ${member}, runs in host-shared.`);
    await expect(host.owner).toContainText("Its cgroup names container");
  });

  await test.step("the tree by keyboard: up to the parent, folded and unfolded", async () => {
    await host.asTree();
    const shell = host.row("Command of host-shared");
    await host.row("In host-shared").click();
    await page.keyboard.press("ArrowLeft");
    await expect(shell).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(shell).toHaveAttribute("aria-expanded", "false");
    await expect(host.chip("In host-shared")).toHaveCount(0);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(host.row("In host-shared")).toBeFocused();
    const level = async (row: typeof shell) => Number(await row.getAttribute("aria-level"));
    expect(await level(host.row("In host-shared"))).toBe((await level(shell)) + 1);
    for (const { name: look, ...media } of LOOKS) {
      await page.emulateMedia(media);
      await expectClean(page, `Host as a tree, ${look}`);
    }
    await page.getByRole("radio", { name: "Table" }).click();
    await page.getByRole("button", { name: "Show all processes" }).click();
  });

  await test.step("who owns this qemu: the bar says which micro-VM it wraps, and leads there", async () => {
    await host.find.fill("qemu-system");
    await expect(host.owner).toContainText("wraps micro-VM host-vm.");
    const worker = await host.pidOf(host.row("Worker of host-vm"));
    expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
    for (const { name: look, ...media } of LOOKS) {
      await page.emulateMedia(media);
      await expectClean(page, `Host, ${look}`);
    }
    await page.getByRole("main").getByRole("button", { name: "Open in Scope" }).click();
    await expect(scope.heading("host-vm")).toBeVisible();
    await page.goBack();
  });

  await test.step("Enter on a container's process opens it in Scope and finds it there", async () => {
    await host.find.fill("host-shared");
    await host.row("Command of host-shared").press("Enter");
    await expect(scope.heading("host-shared")).toBeVisible();
    await expect(scope.result).toContainText("Same process");
    await scope.back.click();
  });

  await containers.remove("host-shared", "host-vm");
  await host.open();
  await expect(host.chip("Worker of host-vm")).toHaveCount(0);
  expect(await docker.names()).toEqual([]);
});
