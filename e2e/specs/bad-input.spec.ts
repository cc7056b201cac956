import type { Page } from "@playwright/test";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

async function refuse(page: Page, form: Parameters<LaunchDialog["fill"]>[0], words: RegExp): Promise<void> {
  const dialog = new LaunchDialog(page);
  await new ContainersPage(page).launch.click();
  await dialog.fill(form);
  await dialog.submit.click();
  await expect(dialog.dialog).toContainText(words, { timeout: 60_000 });
  await page.keyboard.press("Escape");
  await expect(dialog.dialog).toBeHidden();
}

for (const isolation of ["Shared kernel", "Micro-VM"] as const) {
  test(`under ${isolation} a bad launch says what is wrong and leaves nothing`, async ({ page, docker }) => {
    const containers = new ContainersPage(page);
    await containers.open();
    const before = await docker.names();

    await refuse(page, { isolation, image: "no-such/image:1" }, /No such image|no-such\/image:1/);
    await refuse(page, { isolation, command: "no-such-program --now" }, /no-such-program/);
    await refuse(page, { isolation, command: 'ping "127' }, /quote/i);
    await refuse(page, { isolation, name: "x" }, /at least two characters/i);

    await containers.launch.click();
    await new LaunchDialog(page).launch({ isolation, name: "taken", command: "sleep 1000" });
    await refuse(page, { isolation, name: "taken", command: "sleep 1000" }, /taken/);
    await expect(containers.grid.getByRole("row").filter({ hasText: "taken" })).toHaveCount(1);

    await containers.remove("taken");
    expect(await docker.names()).toEqual(before);
  });
}

test("an image without a command of its own needs one", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  const tar = test.info().outputPath("bare.tar");
  await docker.docker("create", "--net", "none", "--name", "shell", DEMO, "true");
  await docker.docker("export", "-o", tar, "shell");
  await docker.docker("import", tar, "bare:1");
  await docker.docker("rm", "shell");
  await refuse(
    page,
    { isolation: "Shared kernel", image: "bare:1", command: "" },
    /has no command of its own/,
  );
  await docker.docker("rmi", "bare:1");
  expect(await docker.names()).toEqual([]);
});

test("a megabyte of text in a field is refused by name, and the app stays live", async ({ page }) => {
  const containers = new ContainersPage(page);
  const dialog = new LaunchDialog(page);
  await containers.open();
  await containers.launch.click();
  await dialog.fill({ command: `echo ${"x".repeat(1_000_000)}` });
  await dialog.submit.click();
  await expect(dialog.dialog).toContainText(/at most|too long/i);
  await page.keyboard.press("Escape");
  await expect(containers.engines).toHaveAccessibleName(/2 engines/);
});
