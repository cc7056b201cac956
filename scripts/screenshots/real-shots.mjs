// @ts-check
import path from "node:path";
import { LOOKS, SAME_EVERYWHERE } from "./looks.mjs";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./fixtures.mjs").Fixtures} Fixtures */

/** A micro-VM without KVM takes long to boot. */
const LAUNCH_MS = 120_000;

/**
 * The scene on the real app with real engines: launched by mouse, looked at from both sides, and taken away again.
 * @param {Browser} browser
 * @param {Fixtures} fixtures
 * @param {string} folder
 * @param {(file: string) => void} written
 */
export async function takeRealShots(browser, { AppProcess }, folder, written) {
  const app = await AppProcess.start();
  const context = await browser.newContext(SAME_EVERYWHERE);
  const page = await context.newPage();
  const shoot = async (/** @type {string} */ name) => {
    for (const { name: look, viewport, ...media } of LOOKS) {
      const file = path.join(folder, `${name}.${look}.png`);
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
      written(file);
    }
  };
  try {
    await page.goto(app.url);
    await page.getByRole("button", { name: /^Host and engines.*2 engines/ }).waitFor();
    await launch(page, /^Shared kernel/, "ping-shared", shoot);
    await launch(page, /^Micro-VM/, "ping-micro");
    await page.mouse.move(1, 1);
    await shoot("containers");
    await scope(page, "ping-shared", "Same process");
    await shoot("scope-process");
    await scope(page, "ping-micro", "Cannot find a process");
    await shoot("scope-hyperv");
    await remove(page, ["ping-shared", "ping-micro"]);
  } finally {
    await context.close();
    await app.stop();
    await app.removeHome();
  }
}

/**
 * @param {Page} page
 * @param {RegExp} isolation
 * @param {string} name
 * @param {(name: string) => Promise<void>} [shoot] takes the dialog before it is sent
 */
async function launch(page, isolation, name, shoot) {
  const dialog = page.getByRole("dialog", { name: "Launch container" });
  await page.getByRole("banner").getByRole("button", { name: "Launch" }).click();
  await dialog.getByRole("radio", { name: isolation }).check();
  await shoot?.("launch");
  await dialog.getByRole("button", { name: /^Name, environment/ }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: /^Launch/ }).click();
  await dialog.waitFor({ state: "hidden", timeout: LAUNCH_MS });
}

/** @param {Page} page @param {string} name @param {string} found */
async function scope(page, name, found) {
  await page.getByRole("link", { name: "Containers" }).click();
  await page
    .getByRole("row")
    .filter({ hasText: name })
    .getByRole("button", { name: /in Scope$/ })
    .first()
    .click();
  await page.getByRole("searchbox").fill("ping");
  await page.getByText(found).first().waitFor();
}

/** @param {Page} page @param {readonly string[]} names */
async function remove(page, names) {
  await page.getByRole("link", { name: "Containers" }).click();
  for (const name of names)
    await page.getByRole("row").filter({ hasText: name }).getByRole("checkbox").check();
  await page
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Remove/ })
    .click();
  for (const name of names)
    await page.getByRole("row").filter({ hasText: name }).waitFor({ state: "detached" });
}
