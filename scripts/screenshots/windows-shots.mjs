// @ts-check
import path from "node:path";
import { serveAppUnderWine } from "../windows/serve-app.mjs";
import { LOOKS, SAME_EVERYWHERE } from "./looks.mjs";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */

const SCOPES = /** @type {const} */ ([
  ["scope-process", "ping-process", "Same process"],
  ["scope-hyperv", "ping-hyperv", "Cannot find a process"],
]);

/** As many samples as make a sparkline. */
const SAMPLES = 12;

/**
 * The product's scene on Windows: the app as it ships, run by Windows' Node under Wine on the stand-in Host Compute
 * Service, whose scenario has the PIDs and figures of Microsoft's page, beside a fixture Docker daemon that names the
 * scenario's containers.
 * @param {Browser} browser
 * @param {string} folder
 * @param {(file: string) => void} written
 */
export async function takeWindowsShots(browser, folder, written) {
  const app = await serveAppUnderWine({ scenario: "seed" }, { docker: true });
  const context = await browser.newContext(SAME_EVERYWHERE);
  const page = await context.newPage();
  const shoot = async (/** @type {string} */ name) => {
    for (const { name: look, viewport, ...media } of LOOKS) {
      const file = path.join(folder, `windows-${name}.${look}.png`);
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
      written(file);
    }
  };
  try {
    await page.goto(app.url);
    for (const [, name] of SCOPES) await page.getByRole("row").filter({ hasText: name }).waitFor();
    await samples(page);
    await page.mouse.move(1, 1);
    await shoot("containers");
    for (const [name, container, found] of SCOPES) {
      await scope(page, container, found);
      await shoot(name);
    }
  } finally {
    await context.close();
    await app.stop();
  }
}

/** Waits until the list has been updated so often. @param {Page} page */
async function samples(page) {
  const updated = page.getByText(/^Live, every 1 s\. Updated /);
  for (let left = SAMPLES; left > 0; left--) {
    const before = (await updated.textContent()) ?? "";
    await page.getByText(before, { exact: true }).waitFor({ state: "detached" });
  }
}

/** @param {Page} page @param {string} name @param {string} found */
async function scope(page, name, found) {
  await page.getByRole("link", { name: "Containers" }).click();
  await page.getByRole("row").filter({ hasText: name }).press("Alt+Enter");
  await page.getByRole("searchbox").fill("ping");
  await page.getByText(found).first().waitFor();
}
