import type { MeterReading } from "../../electron/contract/diagnostics.ts";
import { mirrorInto } from "../../electron/contract/mirror.ts";
import { DEMO, ensureDemo } from "../fixtures/demo.ts";
import { HidableBrowser } from "../fixtures/hidable-browser.ts";
import { secondConnection } from "../fixtures/second-connection.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";

const QUIET_MS = 5_000;

// @web: a page that can be hidden needs a browser of its own, and the meters a second connection.
test("a hidden page asks for nothing after 5 s, and is current again when shown @web", async ({
  page,
  webHost,
  session,
  docker,
}) => {
  const containers = new ContainersPage(page);
  await containers.open();
  await ensureDemo(page, docker);
  await page.close();
  await docker.docker("run", "-d", "--net", "none", "--name", "before-hiding", DEMO, "sleep", "1000");
  const { origin } = new URL(webHost.url);
  await using browser = await HidableBrowser.open(origin, session.cookies);
  await browser.whenSays("before-hiding");
  const client = await secondConnection(origin, session.cookies);
  const meters = new Map<string, MeterReading>();
  const asking = () => [...meters.values()].filter(({ group }) => group !== "calls");

  await browser.show(false);
  const hiddenAt = Date.now();
  await new Promise<void>((resolve, reject) => {
    // A rate is over the last 10 s: none means that nothing was asked for so long.
    const look = () => {
      if (asking().length > 0 && asking().every(({ perSecond }) => perSecond === 0)) resolve();
    };
    client.live("diagnostics.watch", {}, { ...mirrorInto(meters, look), error: reject });
  });
  const asked = asking().flatMap(({ name, lastAt }) =>
    lastAt === null ? [] : [[name, lastAt - hiddenAt] as const],
  );
  const latest = Object.fromEntries(asked);
  console.log(`last asked, ms after hiding: ${JSON.stringify(latest)}`);
  expect(Object.keys(latest)).toEqual(expect.arrayContaining(["docker", "host process table"]));
  for (const [name, ms] of Object.entries(latest)) expect(ms, name).toBeLessThanOrEqual(QUIET_MS);

  await docker.docker("run", "-d", "--net", "none", "--name", "while-hidden", DEMO, "sleep", "1000");
  await docker.docker("rm", "-f", "before-hiding");
  const shownAt = Date.now();
  await browser.show(true);
  await browser.whenSays("while-hidden");
  console.log(`fresh rows ${Date.now() - shownAt} ms after the window was brought back`);
  const rows = await browser.evaluate(
    `[...document.querySelectorAll('[role="grid"] [role="row"]')].map((row) => row.textContent).join("\\n")`,
  );
  expect(String(rows)).toContain("while-hidden");
  expect(String(rows)).not.toContain("before-hiding");
  client.close();
  await docker.docker("rm", "-f", "while-hidden");
});
