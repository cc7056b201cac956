import type { Page } from "@playwright/test";
import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { watchPolicy } from "../fixtures/policy.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage, type IsolationWord } from "../pages/containers-page.ts";
import { LogsPage } from "../pages/details-tabs.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

const TALK =
  "sh -c 'echo first; echo trouble >&2; printf \"\\033[31mred\\033[0m alert\\n\"; n=0; while :; do n=$((n+1)); echo tick $n; sleep 1; done'";

/** A person at the system's file dialog cannot be played: the file chosen is one that the test can read. */
const KEEP_WHAT_IS_SAVED = `window.savedText = "";
window.showSaveFilePicker = async () => ({
  createWritable: async () => ({
    write: async (text) => { window.savedText += text; },
    close: async () => {},
    abort: async () => {},
  }),
});`;

const ENGINES: readonly (readonly [IsolationWord, string])[] = [
  ["Shared kernel", "talk-shared"],
  ["Micro-VM", "talk-micro"],
];

for (const [isolation, name] of ENGINES) {
  test(`${isolation}: lines come in, with their times and source, and are found and saved`, async ({
    page,
  }) => {
    await page.addInitScript(KEEP_WHAT_IS_SAVED);
    const violations = await watchPolicy(page);
    const containers = new ContainersPage(page);
    const logs = new LogsPage(page, name);
    await containers.open();
    await containers.launch.click();
    await new LaunchDialog(page).launch({ isolation, name, command: TALK });

    await logs.show();
    await expect(logs.log).toContainText("first");
    await expect(logs.log.getByText("err", { exact: true })).toHaveAttribute("title", "Standard error");
    await expect(logs.log).toContainText("tick 3");
    await logs.button("Times").click();
    await expect(logs.log.locator("time").first()).toHaveText(/^\d\d:\d\d:\d\d\.\d{3}$/);

    await logs.find.fill("trouble");
    await logs.find.press("Enter");
    await expect(logs.drawer.getByRole("status", { name: "Match 1 of 1" })).toBeVisible();
    await expect(logs.log.locator("mark")).toHaveText("trouble");
    await logs.find.fill("red alert");
    await expect(logs.drawer.getByRole("status", { name: "1 match" })).toBeVisible();

    await logs.button("Save to file").click();
    await expect(logs.drawer).toContainText(/Saved \d+ lines/);
    const saved = String(await page.evaluate("window.savedText"));
    // Which of the two streams the engine writes down first is its own affair.
    expect(saved).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z first$/m);
    expect(saved).toContain("Z red alert\n");

    for (const { name: look, ...media } of LOOKS) {
      await page.emulateMedia(media);
      await expectClean(page, `Logs, ${look}`);
    }
    expect(violations).toEqual([]);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    await containers.remove(name);
  });
}

test("a hidden page takes no lines in; shown again, it has every one of them once", async ({
  page,
  docker,
}) => {
  const containers = new ContainersPage(page);
  const logs = new LogsPage(page, "ticking");
  await containers.open();
  await ensureDemo(page, docker);
  const script = "n=0; while :; do n=$((n+1)); echo tick $n; sleep 0.2; done";
  await docker.docker("run", "-d", "--name", "ticking", DEMO, "sh", "-c", script);
  await logs.show();
  await expect(logs.log).toContainText("tick 3");
  await setHidden(page, true);
  const ticks = async () => (await logs.log.innerText()).match(/(?<=tick )\d+/g)?.map(Number) ?? [];
  const last = (await ticks()).at(-1) ?? 0;
  await expect
    .poll(async () => Number((await docker.docker("logs", "--tail", "1", "ticking")).replace("tick ", "")))
    .toBeGreaterThan(last + 10);
  expect((await ticks()).at(-1)).toBeLessThanOrEqual(last + 1);
  await setHidden(page, false);
  await expect(logs.log).toContainText(`tick ${last + 10}`);
  const seen = await ticks();
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => (seen[0] ?? 0) + i));
  await docker.docker("rm", "-f", "ticking");
  await expect(containers.row("ticking")).toHaveCount(0);
});

/** Hides the page as a covered window is hidden, or shows it: what a page without a window can be told. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, value });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

test("a million lines: the page answers meanwhile, holds the last ones, and says what it dropped", async ({
  page,
  docker,
}) => {
  test.slow();
  const containers = new ContainersPage(page);
  const logs = new LogsPage(page, "million");
  await containers.open();
  await ensureDemo(page, docker);
  const script =
    "until [ -e /go ]; do sleep 0.1; done; busybox seq 1 1000000; echo the-very-last; exec sleep 3600";
  await docker.docker("run", "-d", "--name", "million", DEMO, "sh", "-c", script);
  await logs.show();
  await docker.docker("exec", "million", "sh", "-c", ": > /go");
  await expect(logs.log).toContainText(/\d{5}/);

  // While they flow a click is taken, and its effect is seen.
  await logs.button("Times").click();
  await expect(logs.log.locator("time").first()).toBeVisible();
  await expect(logs.log).not.toContainText("the-very-last", { timeout: 1 });

  await expect(logs.log).toContainText("the-very-last", { timeout: 240_000 });
  await expect(logs.drawer).toContainText("999,001 lines");
  await expect(logs.drawer).toContainText("1,000 lines older than these were dropped");
  expect(await page.locator("*").count()).toBeLessThan(2_500);

  await logs.find.fill("999999");
  await expect(logs.drawer.getByRole("status", { name: "1 match" })).toBeVisible();
  await logs.find.press("Enter");
  await expect(logs.follow).not.toBeChecked();
  await expect(logs.log.locator("mark")).toHaveText("999999");
  await docker.docker("rm", "-f", "million");
  await expect(containers.row("million")).toHaveCount(0);
});
