import { expectClean, LOOKS } from "../fixtures/axe.ts";
import type { DockerCli } from "../fixtures/docker-cli.ts";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ComparePage } from "../pages/compare-page.ts";
import { ContainersPage } from "../pages/containers-page.ts";

const SECONDS = /^\d+\.\d\d s/;
const MEGABYTES = /^[\d.]+ [kM]B/;

/** PID of the worker as the page prints it. */
const workerIn = (text: string): number => Number(/qemu-system-x86_64[, PID]* (\d+)/.exec(text)?.[1]);

async function expectNothingLeft(docker: DockerCli, worker: number): Promise<void> {
  expect(await docker.names()).toEqual([]);
  if (!Number.isNaN(worker)) expect(procFacts(worker)).toBeNull();
}

test("one run of the demo: both lanes, the worker by its real PID, memory, kernels, nothing left", async ({
  page,
  docker,
}) => {
  test.slow();
  const compare = new ComparePage(page);
  await new ContainersPage(page).open();
  await compare.open();
  await compare.start();

  await test.step("while its container settles the worker is a process of this host", async () => {
    const lane = compare.lane("Micro-VM");
    await expect(lane).toHaveAccessibleName(/qemu-system-x86_64, PID \d+/, { timeout: 240_000 });
    const worker = workerIn((await lane.getAttribute("aria-label")) ?? "");
    expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
  });

  await compare.ended();
  const [shared, vm, difference] = await compare.cells("Time to first process");
  expect(shared).toMatch(SECONDS);
  expect(vm).toMatch(SECONDS);
  expect(difference).toMatch(/^[+−]\d+\.\d\d s$/);
  const memory = await compare.cells("Memory cost on the host");
  expect(memory[0]).toMatch(MEGABYTES);
  expect(memory[0]).toContain("2 processes");
  expect(memory[1]).toMatch(MEGABYTES);
  expect(await compare.cells("pgrep -x ping")).toEqual([
    expect.stringMatching(/^\d+ ping/),
    expect.stringMatching(/^(not found|none of it)/),
    "Visible / hidden",
  ]);
  expect((await compare.cells("Kernel release"))[2]).toBe("Shared / own");
  await expect(compare.main).toContainText(/Micro-VM isolation took .+ In return the host sees/);
  await expect(compare.status).toContainText("All test containers removed");
  await expect(compare.lane("Micro-VM")).toHaveAccessibleName(/Boot micro-VM .+ Start .+ping never appears/);
  await expectNothingLeft(docker, workerIn((await compare.cells("What the host sees"))[1] ?? ""));

  await test.step("it is kept with its figures, over a reload, until it is removed", async () => {
    await page.reload();
    await expect(compare.shownRow.getByRole("cell").filter({ hasText: SECONDS })).toHaveCount(2);
    await compare.forget();
    await expect(compare.shownRow).toHaveCount(0);
  });
});

test("a stop in the middle leaves nothing", async ({ page, docker }) => {
  test.slow();
  const compare = new ComparePage(page);
  await new ContainersPage(page).open();
  await compare.open();
  await compare.start();
  await expect(compare.lane("Micro-VM")).toHaveAccessibleName(/Boot micro-VM under way/, {
    timeout: 240_000,
  });
  await compare.stop.click();
  await compare.ended("Stopped");
  await expect(compare.status).toContainText("All test containers removed");
  await expectNothingLeft(docker, Number.NaN);
});

test("a command that does not exist fails in both lanes, with the reason and its phases", async ({
  page,
  docker,
}) => {
  test.slow();
  const compare = new ComparePage(page);
  await new ContainersPage(page).open();
  await compare.open();
  await compare.start({ command: "no-such-program" });
  await compare.ended();
  await expect(compare.main.getByText("The command could not be started.")).toHaveCount(2);
  await expect(compare.lane("Shared kernel")).toHaveAccessibleName(/Create/);
  await expect(compare.lane("Micro-VM")).toHaveAccessibleName(/Boot micro-VM/);
  await expectNothingLeft(docker, Number.NaN);
});

test("an image that is not there is named", async ({ page, docker }) => {
  const compare = new ComparePage(page);
  await new ContainersPage(page).open();
  await compare.open();
  await compare.start({ image: "no-such-image:1" });
  await compare.ended();
  await expect(compare.main.getByText("no-such-image:1 was not found").first()).toBeVisible();
  await expectNothingLeft(docker, Number.NaN);
});

test("the last two stay when they are to be kept, open in Scope, and are removed from here", async ({
  page,
  docker,
}) => {
  test.slow();
  const compare = new ComparePage(page);
  await new ContainersPage(page).open();
  await compare.open();
  await compare.keep.check();
  await compare.start();
  await compare.ended();
  await expect(compare.status).toContainText("Kept: cmp-p-01, cmp-h-01");
  expect(await docker.names()).toEqual(["cmp-p-01"]);
  await compare.main.getByRole("button", { name: "Open both in Scope" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "cmp-p-01" })).toBeVisible();
  await page.keyboard.press("Escape");
  await compare.open();
  await compare.main.getByRole("button", { name: "Remove both" }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(compare.status).toContainText("All test containers removed");
  expect(await docker.names()).toEqual([]);
});

test("axe finds nothing on a comparison with failed lanes, in any look", { tag: "@web" }, async ({
  page,
}) => {
  test.slow();
  const compare = new ComparePage(page);
  await new ContainersPage(page).open();
  await compare.open();
  await compare.start({ command: "no-such-program" });
  await compare.ended();
  for (const { name, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await expectClean(page, `Compare, ${name}`);
  }
});
