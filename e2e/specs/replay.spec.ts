import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PUBLISHED } from "../../electron/model/published-figures.ts";
import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/engineless-test.ts";
import { getProcessCells } from "../fixtures/get-process-row.ts";
import { TheScene, windowsScene } from "../fixtures/the-scene.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { goTo } from "../pages/go-to.ts";
import { tabTo } from "../pages/keyboard.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { openApp } from "../pages/open-app.ts";
import { Palette } from "../pages/palette.ts";
import { PresenterPage } from "../pages/presenter-page.ts";
import { ReplayBar } from "../pages/replay-bar.ts";

const SEED = "assets/recordings/seed.isoscope";

const SCENE = {
  ...windowsScene(PUBLISHED),
  // No start time is published: what proves it is what Microsoft's page says.
  proof: /Microsoft’s page says so; start times are set by us/,
};

/** Microsoft's page has no column VM(M). */
const UNPUBLISHED = "–";

/** The app as it begins on such a machine, stopped at the session's beginning. */
async function openStill(page: Page): Promise<ReplayBar> {
  const replay = new ReplayBar(page);
  await openApp(page);
  await replay.pause.click();
  await replay.toStart.click();
  await expect(replay.slider).toHaveAttribute("aria-valuetext", "0:00 of 1:15");
  return replay;
}

test("a machine without any engine is shown the built-in session, which says why and what it is", async ({
  page,
}) => {
  const replay = new ReplayBar(page);
  const containers = new ContainersPage(page);
  await openApp(page);
  await expect(replay.bar).toContainText("No engine on this machine can be used.");
  await expect(replay.bar).toContainText(
    "Built from Microsoft’s published figures, not recorded here. Replaying.",
  );
  await expect(page).toHaveTitle(/^Replay: Containers/);
  await expect(containers.row("ping-process")).toContainText(String(PUBLISHED.ping.pid));
  await expect(page.getByRole("contentinfo")).not.toContainText("Live");
  await replay.wayToLive.click();
  await expect(page).toHaveURL(/#\/settings\/doctor$/);
  await expect(replay.bar).toBeVisible();
});

test("the scene, as it is live: both launches played, seen from both sides, then removed", async ({
  page,
}) => {
  await openStill(page);
  const scene = new TheScene(page, SCENE);
  const { containers, scope } = scene;

  await test.step("under process isolation it is the very same process", async () => {
    await scene.launch("process", "ping-shared");
    await containers.openScope("ping-shared");
    expect(await scene.findsShared()).toEqual({ inside: 3964, host: 3964 });
    const row = scope.host.getByRole("row").filter({ hasText: "PING" });
    await expect(row.getByRole("gridcell")).toHaveText([
      ...getProcessCells(PUBLISHED.ping, UNPUBLISHED),
      /^PING/,
    ]);
    await scope.back.click();
  });

  await test.step("under Hyper-V isolation the host shows only its worker", async () => {
    await scene.launch("hyperv", "ping-vm");
    await containers.openScope("ping-vm");
    expect(await scene.findsHidden()).toEqual({ worker: 2376 });
    await expect(scope.inside.getByRole("row").filter({ hasText: "1732" })).toContainText("ping");
    const worker = scope.host.getByRole("row").filter({ hasText: "vmwp" }).first();
    await expect(worker.getByRole("gridcell")).toHaveText([
      ...getProcessCells(PUBLISHED.vmwp, UNPUBLISHED),
      "vmwp",
    ]);
    await scope.back.click();
    await containers.stop("ping-shared", "ping-vm");
    await containers.remove("ping-shared", "ping-vm");
  });

  await test.step("what the recording does not hold is refused with what it does", async () => {
    await containers.launch.click();
    const launch = new LaunchDialog(page);
    await expect(launch.dialog).toContainText("This is a recording.");
    await launch.fill({ isolation: "Process", command: "cmd" });
    await launch.submit.click();
    await expect(launch.dialog).toContainText(
      `it holds the launch of ${PUBLISHED.image} ping localhost -t only`,
    );
    await page.keyboard.press("Escape");
  });
});

test("by keyboard: to the bar, pause, seek to a moment, change the speed, leave", async ({ page }) => {
  const replay = new ReplayBar(page);
  await openApp(page);
  await expect(replay.bar).toBeVisible();
  await tabTo(page, replay.pause);
  await page.keyboard.press("Enter");
  await expect(replay.play).toBeFocused();
  await tabTo(page, replay.slider);
  await page.keyboard.press("Home");
  await expect(replay.slider).toHaveAttribute("aria-valuetext", "0:00 of 1:15");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(replay.slider).toHaveAttribute(
    "aria-valuetext",
    "0:02 of 1:15, docker run: process isolation",
  );
  await tabTo(page, replay.bar.getByRole("button", { name: "Moments" }));
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: /Get-Process ping: not found/ }).press("Enter");
  await expect(replay.slider).toHaveAttribute("aria-valuetext", /^0:50 of 1:15/);
  await expect(new ContainersPage(page).row("ping-hyperv")).toContainText("vmwp 2376");
  await tabTo(page, replay.bar.getByRole("button", { name: "Speed 1×" }));
  await page.keyboard.press("Enter");
  await page.getByRole("menuitemradio", { name: "4×" }).press("Enter");
  await expect(replay.bar.getByRole("button", { name: "Speed 4×" })).toBeFocused();
  await page.keyboard.press("Shift+F6");
  await page.keyboard.press("F6");
  await tabTo(page, replay.close);
  await page.keyboard.press("Enter");
  await expect(replay.bar).toBeHidden();
  await expect(page.locator("#main")).toBeFocused();
  await expect(
    page
      .getByRole("alert")
      .or(page.getByRole("status"))
      .filter({ hasText: /Docker/ })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveTitle(/Containers – Isoscope$/);
});

test("the presenter's seven steps over the session show Microsoft's numbers", async ({ page }) => {
  const replay = await openStill(page);
  const presenter = new PresenterPage(page);
  const { inside, host } = presenter;
  const next = () => page.keyboard.press("ArrowRight");
  await goTo(page, "#/presenter/1");
  await expect(inside).toContainText("Not run yet");
  await expect(replay.bar).toBeVisible();
  await next();
  await expect(presenter.title("ping runs under process isolation")).toBeVisible();
  await next();
  await expect(presenter.title("Inside the container, ping is PID 3964")).toBeVisible();
  await next();
  await expect.poll(() => presenter.pid(host)).toBe(3964);
  await expect(host).toContainText("Microsoft’s page says so");
  await next();
  await expect(presenter.title("Run ping under Hyper-V isolation")).toBeVisible();
  await next();
  await expect(presenter.title(/ping runs (under|in)/)).toBeVisible();
  await next();
  await expect.poll(() => presenter.pid(inside)).toBe(1732);
  await next();
  await expect(presenter.title("The host cannot find this container’s ping")).toBeVisible();
  await next();
  await expect(presenter.title("vmwp is all that the host sees")).toBeVisible();
  expect(await presenter.pid(host)).toBe(2376);
  await expect(page).toHaveTitle(/^Replay: /);
});

test("a damaged file changes nothing and says what is wrong; a good one is shown as a file", async ({
  page,
}) => {
  const replay = await openStill(page);
  const open = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent("filechooser");
    await new Palette(page).search("Open a recording");
    await page.keyboard.press("Enter");
    await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
  };
  const good = await readFile(SEED);
  const damaged = Buffer.from(good);
  damaged[damaged.length >> 1] = damaged[damaged.length >> 1] === 0x30 ? 0x31 : 0x30;
  await open("hurt.isoscope", damaged);
  const dialog = page.getByRole("alertdialog", { name: "hurt.isoscope was not opened" });
  await expect(dialog).toContainText("What was shown before is still shown.");
  await expectClean(page, "A file that was not opened");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
  await expect(replay.bar).toContainText("Built from Microsoft’s published figures");
  await open("second.isoscope", good);
  await expect(replay.bar).toContainText("Recorded on");
  await expect(replay.bar).not.toContainText("No engine on this machine");
});

test("axe finds nothing on any screen with the bar, in any look", async ({ page }) => {
  test.slow();
  const replay = await openStill(page);
  await replay.slider.press("End");
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    for (const hash of ["#/containers", "#/host", "#/settings", "#/presenter/1"]) {
      await goTo(page, hash);
      await expect(page.getByRole("main")).toBeVisible();
      await expectClean(page, `${hash}, ${look}`);
    }
    await goTo(page, "#/containers");
    await replay.bar.getByRole("button", { name: "About this recording" }).click();
    await expectClean(page, `About, ${look}`);
    await replay.bar.getByRole("button", { name: "About this recording" }).click();
  }
});
