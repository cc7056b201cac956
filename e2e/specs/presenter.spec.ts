import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { goTo } from "../pages/go-to.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { PresenterPage } from "../pages/presenter-page.ts";
import { ScopePage } from "../pages/scope-page.ts";

/** A first launch makes the image, or boots a VM without hardware help. */
const LAUNCH = { timeout: 120_000 };

test("the seven steps by keyboard only, each number checked on this host, and cleaned up", async ({
  page,
  docker,
}) => {
  test.slow();
  const presenter = new PresenterPage(page);
  const { inside, host } = presenter;
  const next = () => page.keyboard.press("ArrowRight");
  await new ContainersPage(page).open();
  await goTo(page, "#/presenter/1");

  await expect(presenter.title("Run ping on the shared kernel")).toBeVisible();
  await expect(inside).toContainText("Not run yet");
  await next();
  await expect(presenter.title("ping runs on the shared kernel")).toBeVisible(LAUNCH);

  await next();
  await expect(presenter.title(/^Inside the container, ping is PID \d+$/)).toBeVisible();
  await expect(host).toContainText("Not run yet");
  const insidePid = await presenter.pid(inside);

  await page.keyboard.press("PageDown");
  await expect(presenter.title(/^The host sees the container’s ping, as PID \d+$/)).toBeVisible();
  const hostPid = await presenter.pid(host);
  const shared = procFacts(hostPid);
  expect(shared?.comm).toBe("ping");
  expect(shared?.nsPids.at(0)).toBe(hostPid);
  expect(shared?.nsPids.at(-1)).toBe(insidePid);
  await expect(host).toContainText(/Start time \d\d:\d\d:\d\d\.\d{3} matches too/);

  await next();
  await expect(presenter.title("Run ping in a micro-VM")).toBeVisible();
  await page.keyboard.press("r");
  await expect(presenter.title("ping runs in a micro-VM")).toBeVisible(LAUNCH);

  await next();
  await expect(presenter.title(/^Inside its VM, ping is PID \d+$/)).toBeVisible(LAUNCH);

  await next();
  await expect(presenter.title("The host cannot find this container’s ping")).toBeVisible();
  await expect(host).toContainText(`PID ${hostPid} is another`);

  await next();
  await expect(presenter.title("qemu-system-x86_64 is all that the host sees")).toBeVisible();
  const worker = await presenter.pid(host);
  expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
  await expect(presenter.command).toContainText(`ps -p ${worker} `);

  await page.keyboard.press("ArrowLeft");
  await expect(presenter.title("The host cannot find this container’s ping")).toBeVisible();

  await test.step("a reload forgets nothing that has to be cleaned up", async () => {
    await page.reload();
    await expect(presenter.title("The host cannot find this container’s ping")).toBeVisible(LAUNCH);
  });

  await page.keyboard.press("Escape");
  await expect(presenter.leaveDialog).toContainText("Keep the demo’s 2 containers?");
  await expect(presenter.leaveDialog.getByRole("button", { name: "Keep" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(presenter.leaveDialog.getByRole("button", { name: "Remove 2" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(presenter.title("Containers")).toBeVisible();
  await expect.poll(() => docker.names()).toEqual([]);
  await expect.poll(() => procFacts(worker)).toBeNull();
  expect(procFacts(hostPid)?.comm).not.toBe("ping");
});

test("Present in Scope shows that container, and axe finds nothing in any look", async ({ page, docker }) => {
  test.slow();
  const containers = new ContainersPage(page);
  const presenter = new PresenterPage(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.launch.click();
  await new LaunchDialog(page).launch({
    ...{ isolation: "Shared kernel", name: "present-me", command: "ping 127.0.0.1" },
  });
  await containers.openScope("present-me");
  await expect(scope.inside).toContainText("ping");
  await page.keyboard.press("p");
  await expect(presenter.title(/^The host sees the container’s ping, as PID \d+$/)).toBeVisible();
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Presenter, step 3, ${look}`);
    await page.keyboard.press("ArrowRight");
    await expect(presenter.title("Run ping in a micro-VM")).toBeVisible();
    await expectClean(page, `Presenter, not run, ${look}`);
    await page.keyboard.press("ArrowLeft");
    await expect(presenter.title(/as PID \d+$/)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(scope.heading("present-me")).toBeVisible();
  await scope.back.click();
  await containers.remove("present-me");
  expect(await docker.names()).toEqual([]);
});
