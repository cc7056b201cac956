import { expect, test } from "../../fixtures/test.ts";
import { ContainersPage } from "../../pages/containers-page.ts";

test("the page is served under the strict policy, which holds", async ({ page }) => {
  await new ContainersPage(page).open();
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch("./")).headers));
  expect(headers["content-security-policy"]).toMatch(/default-src 'none'; script-src 'self';/);
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });

  await page.evaluate(() => {
    const blocked: string[] = [];
    Reflect.set(window, "blocked", blocked);
    document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
    for (const tag of ["img", "iframe"]) {
      const part = document.createElement(tag);
      part.setAttribute("src", "https://example.org/");
      document.body.append(part);
    }
    fetch("https://example.org/").catch(() => {});
  });
  const blocked = () => page.evaluate(() => Reflect.get(window, "blocked"));
  await expect.poll(blocked).toEqual(expect.arrayContaining(["connect-src", "frame-src", "img-src"]));
});

test("the page goes nowhere: not by script, not by link, not by form", async ({ page }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  const here = page.url();
  const requested: string[] = [];
  page.on("framenavigated", (frame) => requested.push(frame.url()));
  for (const target of ["https://example.org/", "./other.html", "file:///etc/passwd"]) {
    await page.evaluate((url) => window.location.assign(url), target);
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement("a"), { href: url });
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
  }
  await expect(containers.engines).toHaveAccessibleName(/2 engines/);
  expect([page.url(), requested]).toEqual([here, []]);
});

test("no window opens, and only a safe link goes to the person's browser", async ({ page, desktop }) => {
  await new ContainersPage(page).open();
  await desktop.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, "opened", opened);
    shell.openExternal = async (url) => void opened.push(url);
  });
  const windows = await page.evaluate(() => {
    const urls = ["https://learn.microsoft.com/x", "http://example.org/", "file:///etc/passwd"];
    return urls.map((url) => window.open(url));
  });
  expect(windows).toEqual([null, null, null]);
  const opened = () => desktop.electron.evaluate(() => Reflect.get(globalThis, "opened"));
  await expect.poll(opened).toEqual(["https://learn.microsoft.com/x"]);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), {
      href: "https://example.org/",
      target: "_blank",
    });
    document.body.append(link);
    link.click();
    link.remove();
  });
  await expect.poll(opened).toEqual(["https://learn.microsoft.com/x", "https://example.org/"]);
  await expect.poll(() => desktop.electron.windows().length).toBe(1);
});

test("permissions are denied, but for copying", async ({ page }) => {
  const containers = new ContainersPage(page);
  await containers.open();
  const states = await page.evaluate(async () => {
    const names = ["geolocation", "notifications", "camera", "microphone", "clipboard-read"];
    const queries = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(queries)).map(({ state }) => state);
  });
  expect(states).toEqual(["denied", "denied", "denied", "denied", "denied"]);
  expect(await page.evaluate(() => navigator.clipboard.readText().catch(({ name }) => name))).toBe(
    "NotAllowedError",
  );
  await page.evaluate(() => navigator.clipboard.writeText("copied by the page"));
  const filter = page.getByRole("searchbox", { name: /^Filter/ });
  await filter.press("Control+V");
  await expect(filter).toHaveValue("copied by the page");
});
