import { readFile } from "node:fs/promises";
import { expectClean } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { LINUX_SCENE, TheScene } from "../fixtures/the-scene.ts";
import { Palette } from "../pages/palette.ts";
import { ReplayBar } from "../pages/replay-bar.ts";

test("this host is recorded, saved, and opened again: the same row and evidence, said to be a replay", async ({
  page,
  docker,
}) => {
  const scene = new TheScene(page, LINUX_SCENE);
  const { containers, scope } = scene;
  const palette = new Palette(page);
  const replay = new ReplayBar(page);
  const mark = page.getByRole("group", { name: "Recording" });
  await containers.open();
  // A browser without a choice of places downloads.
  await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));

  const dialog = page.getByRole("dialog", { name: "Record this session" });
  await test.step("recording begins", async () => {
    await palette.search("Record this session");
    await page.keyboard.press("Enter");
    await expect(dialog).toContainText("Masked are the values of environment variables");
    await expectClean(page, "Record this session");
    await dialog.getByRole("textbox", { name: "Title" }).fill("The shared kernel");
    await page.keyboard.press("Enter");
    await expect(mark).toContainText(/Recording \d:\d\d, [\d.]+ [kM]?B/);
  });

  const live = await test.step("the scene's first half, live", async () => {
    await scene.launch("process", "ping-taped");
    await containers.openScope("ping-taped");
    const claim = await scene.findsShared();
    await scope.back.click();
    return claim;
  });

  const file = await test.step("stopped, looked at, saved", async () => {
    await mark.getByRole("button", { name: "Stop" }).click();
    const made = page.getByRole("alertdialog", { name: "Recording made" });
    await expect(made).toContainText("The shared kernel");
    await expectClean(page, "Recording made");
    const download = page.waitForEvent("download");
    await made.getByRole("button", { name: "Save…" }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("The-shared-kernel.isoscope");
    await expect(mark).toBeHidden();
    return readFile(await saved.path());
  });
  await containers.remove("ping-taped");
  expect(await docker.names()).toEqual([]);

  await test.step("opened, it shows what is gone from this host", async () => {
    const chooser = page.waitForEvent("filechooser");
    await palette.search("Open a recording");
    await page.keyboard.press("Enter");
    const named = { name: "taped.isoscope", mimeType: "application/octet-stream", buffer: file };
    await (await chooser).setFiles(named);
    await expect(replay.bar).toContainText("Recorded on");
    await expect(replay.bar).toContainText("The shared kernel");
    await replay.slider.press("End");
    await expect(containers.row("ping-taped")).toContainText(String(live.host));
    await containers.openScope("ping-taped");
    expect(await scene.findsShared()).toEqual(live);
    await expect(page).toHaveTitle(/^Replay: /);
    await expect(page.getByRole("contentinfo")).toContainText("Recorded.");
  });

  await test.step("closed, this host is there again", async () => {
    await replay.close.click();
    await expect(replay.bar).toBeHidden();
    await expect(containers.engines).toHaveAccessibleName(/2 engines$/);
    await expect(containers.row("ping-taped")).toHaveCount(0);
  });
});
