import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import type { DockerCli } from "../fixtures/docker-cli.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { goTo } from "../pages/go-to.ts";
import { ImagesPage } from "../pages/images-page.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

/** Downloads and further windows are a browser's. */
const ofBrowsers = { tag: "@web" };

/** All images and layers that the daemon has, named or not. */
const imageIds = (docker: DockerCli) => docker.docker("images", "-aq", "--no-trunc");

async function openImages(page: Page, docker: DockerCli): Promise<ImagesPage> {
  await new ContainersPage(page).open();
  await ensureDemo(page, docker);
  const images = new ImagesPage(page);
  await images.open();
  await expect(images.row(DEMO)).toBeVisible();
  return images;
}

/** Writes the demo image's own files as `docker export` does. */
async function rootFilesystem(docker: DockerCli): Promise<Buffer> {
  const tar = test.info().outputPath("rootfs.tar");
  await docker.docker("create", "--net", "none", "--name", "rootfs-source", DEMO, "true");
  await docker.docker("export", "-o", tar, "rootfs-source");
  await docker.docker("rm", "rootfs-source");
  return readFile(tar);
}

async function savedDemo(docker: DockerCli): Promise<Buffer> {
  const tar = test.info().outputPath("saved.tar");
  await docker.docker("save", "-o", tar, DEMO);
  return readFile(tar);
}

test(
  "an image is saved to a file, removed, dropped back in and launched",
  ofBrowsers,
  async ({ page, docker }) => {
    const images = await openImages(page, docker);
    // A browser without a choice of places downloads.
    await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    const before = await imageIds(docker);
    const download = page.waitForEvent("download");
    await images.act(DEMO, "Export…");
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("isoscope-demo-latest.tar");
    const bytes = await readFile(await saved.path());
    await expect(page.getByText("isoscope-demo-latest.tar saved.").first()).toBeVisible();

    await images.remove(DEMO);
    expect(await docker.docker("images", "-q", DEMO)).toBe("");
    await images.drop({ name: "demo.tar.gz", bytes: gzipSync(bytes) });
    await expect(images.row(DEMO)).toBeVisible();
    expect(await imageIds(docker)).toBe(before);

    await images.row(DEMO).press("Enter");
    const dialog = new LaunchDialog(page);
    await expect(dialog.image).toHaveValue(DEMO);
    await dialog.launch({ isolation: "Shared kernel", name: "from-file", command: "sleep 1000" });
    const containers = new ContainersPage(page);
    await expect(containers.row("from-file")).toContainText("Running");
    await containers.remove("from-file");
  },
);

test("an export streams to the place that was chosen", async ({ page, docker }) => {
  const images = await openImages(page, docker);
  // The system's own choice cannot be driven: a file of the page's private disk stands for what was chosen.
  await page.evaluate(() => {
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(window, { showSaveFilePicker });
  });
  await images.act(DEMO, "Export…");
  await expect(page.getByText("isoscope-demo-latest.tar saved.").first()).toBeVisible();
  const begins = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("isoscope-demo-latest.tar")).getFile();
    await folder.removeEntry("isoscope-demo-latest.tar");
    return { size: file.size };
  });
  expect(begins.size).toBe((await savedDemo(docker)).length);
});

test("a root filesystem asks for a reference and becomes an image that runs", async ({ page, docker }) => {
  const images = await openImages(page, docker);
  await images.choose("Tiny RootFS.tar", await rootFilesystem(docker));
  const question = images.question("Tiny RootFS.tar");
  const field = question.getByRole("textbox", { name: "Reference" });
  await expect(field).toHaveValue("tiny-rootfs:latest");
  await expect(field).toBeFocused();
  await field.fill("Not a name");
  await page.keyboard.press("Enter");
  await expect(question).toContainText("lower case");
  await field.fill("tiny/rootfs:1");
  await page.keyboard.press("Enter");
  await expect(images.row("tiny/rootfs:1")).toBeVisible();
  await expect(question).toBeHidden();
  expect(await docker.docker("run", "--rm", "--net", "none", "tiny/rootfs:1", "/bin/echo", "it-runs")).toBe(
    "it-runs",
  );
  await images.remove("tiny/rootfs:1");
});

test("a broken file is refused with why, and nothing is left", async ({ page, docker }) => {
  const images = await openImages(page, docker);
  const before = await imageIds(docker);
  const saved = await savedDemo(docker);
  await images.drop({ name: "holiday.jpg", bytes: Buffer.from("no archive at all") });
  await expect(images.problems.filter({ hasText: "holiday.jpg" })).toContainText("not a tar archive");
  await images.drop({ name: "packed.tar.xz", bytes: Buffer.from("fd377a585a0000", "hex") });
  await expect(images.problems.filter({ hasText: "packed.tar.xz" })).toContainText("packed with xz");
  await images.drop({ name: "cut.tar", bytes: saved.subarray(0, saved.length / 2) });
  await expect(images.problems.filter({ hasText: "cut.tar" })).toContainText("was not imported");
  await images.drop({ name: "cut.tar.gz", bytes: gzipSync(saved).subarray(0, 600_000) });
  await expect(images.problems.filter({ hasText: "cut.tar.gz" })).toContainText("was not imported");
  expect(await imageIds(docker)).toBe(before);
});

test("cancelling in the middle leaves nothing", async ({ page, docker }) => {
  const images = await openImages(page, docker);
  const before = await imageIds(docker);
  await images.choose("fs.tar", await rootFilesystem(docker));
  await expect(images.question("fs.tar")).toBeVisible();
  // Elsewhere the question is a line with a button of its own.
  await goTo(page, "#/containers");
  const job = images.job("fs.tar");
  await expect(job).toContainText("Waiting for a reference");
  await job.getByRole("button", { name: "Cancel" }).click();
  await expect(job).toBeHidden();
  await images.open();
  await expect(images.question("fs.tar")).toBeHidden();
  await expect(images.problems).toHaveCount(0);
  expect(await imageIds(docker)).toBe(before);
});

test(
  "a page that goes away in the middle leaves nothing",
  ofBrowsers,
  async ({ page, docker, browser, session }) => {
    const images = await openImages(page, docker);
    const before = await imageIds(docker);
    const context = await browser.newContext({ storageState: session });
    const other = await context.newPage();
    await other.goto(page.url());
    const theirs = new ImagesPage(other);
    await theirs.choose("gone.tar", await rootFilesystem(docker));
    await expect(theirs.question("gone.tar")).toBeVisible();
    await expect(images.job("gone.tar")).toBeVisible();
    await context.close();
    await expect(images.job("gone.tar")).toBeHidden();
    expect(await imageIds(docker)).toBe(before);
  },
);

test("an image in use is not removed, and its containers are named", async ({ page, docker }) => {
  const images = await openImages(page, docker);
  await docker.docker("run", "-d", "--net", "none", "--name", "keeps-it", DEMO, "sleep", "1000");
  await expect(images.row(DEMO)).toContainText("keeps-it");
  await images.row(DEMO).press("Delete");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(`${DEMO} is in use`);
  await expect(dialog).toContainText("keeps-it");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Remove its container…" }).click();
  await expect(dialog).toContainText("Remove 1 container?");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(images.row(DEMO)).toContainText("none");
  expect(await docker.docker("images", "-q", DEMO)).not.toBe("");
});

test("axe finds nothing on Images in any look", { tag: "@web" }, async ({ page, docker }) => {
  test.slow();
  const images = await openImages(page, docker);
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Images, ${look}`);
    await images.row(DEMO).press("Delete");
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await expectClean(page, `Remove images, ${look}`);
    await page.keyboard.press("Escape");
    await images.choose("axe.tar", await rootFilesystem(docker));
    await expect(images.question("axe.tar")).toBeVisible();
    await expectClean(page, `Reference asked, ${look}`);
    await images.question("axe.tar").getByRole("button", { name: "Cancel" }).click();
    await expect(images.question("axe.tar")).toBeHidden();
  }
});
