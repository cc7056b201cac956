import { Crowd } from "../fixtures/crowd.ts";
import { ensureDemo } from "../fixtures/demo.ts";
import { DockerEvents } from "../fixtures/docker-events.ts";
import { framesWhile, quantile } from "../fixtures/frames.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";

const CONTAINERS = 200;
const PROCESSES_EACH = 25;
/** Rows mounted at any time: those in sight, those near, and the focused one. */
const MOST_ROWS = 60;

test("200 containers with 5,000 processes: the list is live, scrolls, and asks for no top", async ({
  page,
  docker,
  app,
}) => {
  test.setTimeout(600_000);
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  const crowd = new Crowd(docker, CONTAINERS);
  try {
    await crowd.start("isoscope/demo:latest", PROCESSES_EACH);
    await expect(containers.grid).toHaveAttribute("aria-rowcount", String(CONTAINERS + 1));
    const status = page.getByRole("contentinfo");
    await expect(status).toContainText(/Host sees 5[ ,.]?\d{3} processes/);
    await expect(containers.row("crowd-000")).toContainText(`+${PROCESSES_EACH - 1}`);

    const events = new DockerEvents(app.dockerSocket);
    const frames = await framesWhile(page, async () => {
      await containers.grid.hover();
      for (let turn = 0; turn < 40; turn++) {
        await page.mouse.wheel(0, turn < 20 ? 320 : -320);
        expect(await containers.grid.getByRole("row").count()).toBeLessThan(MOST_ROWS);
      }
      await updates(status, 5);
    });
    const figures = `frames ${frames.length}, p50 ${quantile(frames, 0.5).toFixed(1)} ms, p95 ${quantile(frames, 0.95).toFixed(1)} ms, p99 ${quantile(frames, 0.99).toFixed(1)} ms`;
    test.info().annotations.push({ type: "figures", description: figures });
    console.log(`    ${figures}`);

    await docker.docker("kill", "crowd-000");
    await expect(containers.row("crowd-000")).toContainText("Exited (137)");
    await expect.poll(() => events.lines).toContain("container kill");
    await events.stop();
    expect(events.lines.filter((line) => line.includes(" top"))).toEqual([]);
  } finally {
    await crowd.remove();
  }
  await expect(containers.grid.getByRole("row").filter({ hasText: "crowd-" })).toHaveCount(0, {
    timeout: 120_000,
  });
});

/** Waits for so many fresh samples, as the status bar tells them. */
async function updates(
  status: ReturnType<ContainersPage["page"]["getByRole"]>,
  count: number,
): Promise<void> {
  for (let seen = 0; seen < count; seen++) {
    const before = await status.innerText();
    await expect.poll(async () => (await status.innerText()) === before).toBe(false);
  }
}
