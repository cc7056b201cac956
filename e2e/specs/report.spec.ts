import { copyFile, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { ReportDocument } from "../../electron/contract/report.ts";
import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { copiedText, keepCopiedText } from "../pages/copied-text.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { ScopePage } from "../pages/scope-page.ts";

/** Has the page download a report, and resolves with the file. */
async function exported(
  page: Page,
  format: string,
): Promise<{ readonly name: string; readonly path: string }> {
  // A browser without a choice of places downloads.
  await page.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

test(
  "a report of both sides: HTML that opens without scripts, JSON by its schema, Markdown on the clipboard",
  { tag: "@web" },
  async ({ page, browser }, info) => {
    const containers = new ContainersPage(page);
    const scope = new ScopePage(page);
    await containers.open();
    await containers.launch.click();
    const command = "sh -c 'sleep 3600 & ping 127.0.0.1'";
    await new LaunchDialog(page).launch({ isolation: "Shared kernel", name: "reported", command });
    await containers.openScope("reported");
    await scope.find.fill("ping");
    await expect(scope.result).toContainText("Same process");
    const [, hostPid = ""] = /→\s+PID\s+(\d+)/.exec(await scope.result.innerText()) ?? [];

    await test.step("the HTML says the same as the screen, and needs no script", async () => {
      const { name, path } = await exported(page, "HTML page");
      expect(name).toBe("isoscope-reported.html");
      await copyFile(path, info.outputPath(name));
      const { href } = pathToFileURL(info.outputPath(name));
      expect(await readFile(path, "utf8")).not.toMatch(/<script/i);

      const plain = await browser.newContext({ javaScriptEnabled: false });
      const report = await plain.newPage();
      await report.goto(href);
      await expect(report.getByRole("heading", { level: 1 })).toHaveText("Both sides of reported");
      await expect(report.getByText("One shared kernel.", { exact: true })).toBeVisible();
      await expect(report.getByRole("img", { name: "Picture: Both sides of reported" })).toBeVisible();
      await expect(report.getByRole("cell", { name: hostPid, exact: true }).first()).toBeVisible();
      await plain.close();

      const judged = await browser.newContext();
      const sheet = await judged.newPage();
      const refused: string[] = [];
      sheet.on("console", (message) => refused.push(message.text()));
      await sheet.goto(href);
      for (const { name: look, ...media } of LOOKS) {
        await sheet.emulateMedia(media);
        await expectClean(sheet, look);
      }
      expect(refused).toEqual([]);
      await judged.close();
    });

    await test.step("the JSON is what its schema says, with the same PIDs", async () => {
      const { name, path } = await exported(page, "JSON");
      expect(name).toBe("isoscope-reported.json");
      const { data, made } = ReportDocument.parse(JSON.parse(await readFile(path, "utf8")));
      expect(made.recording).toBeNull();
      const links = data.kind === "scope" ? data.scope.links : [];
      expect(links.map((link) => String(link.hostPid))).toContain(hostPid);
    });

    await test.step("the clipboard has the Markdown", async () => {
      await keepCopiedText(page);
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: "Copy as Markdown" }).click();
      await expect(page.getByText("Report copied").first()).toBeVisible();
      expect(await copiedText(page)).toContain("# Both sides of reported");
    });

    await scope.back.click();
    await containers.remove("reported");
  },
);
