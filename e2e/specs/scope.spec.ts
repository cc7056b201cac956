import { execFileSync } from "node:child_process";
import { procFacts } from "../fixtures/host-facts.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";
import { copiedText, keepCopiedText } from "../pages/copied-text.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";
import { ScopePage } from "../pages/scope-page.ts";

/** Many processes, so that rows go out of sight, and one that ends on a signal. */
const MANY = "sh -c 'for i in $(seq 40); do sleep 3600 & done; sleep 4242 & ping 127.0.0.1'";

test("arrows, counts, ended processes and evidence of a shared kernel", async ({ page, docker }) => {
  const containers = new ContainersPage(page);
  const scope = new ScopePage(page);
  await containers.open();
  await containers.launch.click();
  await new LaunchDialog(page).launch({ isolation: "Shared kernel", name: "scope-many", command: MANY });
  await containers.openScope("scope-many");
  await expect(scope.inside.getByText("sleep 3600").first()).toBeVisible();

  await test.step("a count leads to rows below, an arrow to the partner", async () => {
    const below = page.getByRole("button", { name: /^\d+ below$/ });
    await expect(below).toBeVisible();
    await page.getByRole("radio", { name: /^All \d+$/ }).click();
    const arrow = page.getByRole("button", { name: /^Show PID \d+ on the host, below$/ }).first();
    const pid = /PID (\d+)/.exec((await arrow.getAttribute("aria-label")) ?? "")?.[1] ?? "";
    await arrow.press("Enter");
    const partner = scope.host
      .getByRole("row")
      .filter({ has: page.getByRole("gridcell", { name: pid, exact: true }) });
    await expect(partner.first()).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(scope.inside.locator("[role=row]:focus")).toHaveAttribute("aria-describedby", /./);
    await page.getByRole("radio", { name: "Related first" }).click();
  });

  await test.step("a process that ends stays for a moment as ended, then goes", async () => {
    await scope.find.fill("sleep 4242");
    await expect(scope.result).toContainText("Same process");
    const pid = Number(/→\s+PID\s+(\d+)/.exec(await scope.result.innerText())?.[1]);
    expect(procFacts(pid)?.commandLine).toEqual(["sleep", "4242"]);
    const row = scope.inside.getByRole("row").filter({ hasText: "sleep 4242" });
    // What is pointed at is not taken away: so it is seen, however busy the machine.
    await row.hover();
    process.kill(pid, "SIGKILL");
    await expect(row).toContainText("exited");
    await expect(scope.result).toContainText('"sleep 4242" is not running in this container.');
    await page.mouse.move(1, 1);
    await expect(row).toHaveCount(0);
    await expect(scope.find).toHaveValue("sleep 4242");
  });

  await test.step("the copied evidence's own commands print what it says", async () => {
    await scope.find.fill("ping");
    await expect(scope.result).toContainText("Same process");
    await keepCopiedText(page);
    await page.getByRole("button", { name: "Copy evidence" }).click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    const text = await copiedText(page);
    const [, inside, host] = /PID (\d+) inside → PID (\d+) on host/.exec(text) ?? [];
    const command = (start: string) => {
      const lines = text.split("\n");
      const at = lines.findIndex((line) => line.trim().startsWith(start));
      return { line: lines[at]?.trim() ?? "", shows: lines[at + 1]?.trim() ?? "" };
    };
    const run = (line: string) => execFileSync("sh", ["-c", line], { encoding: "utf8" }).trim();
    expect(run(command("grep NSpid").line).split(/\s+/)).toEqual(["NSpid:", host, inside]);
    const start = command("sed ");
    expect(start.shows).toContain(`prints ${run(start.line)}, ticks`);
    expect(run(command("ps -p").line)).toContain("ping 127.0.0.1");
    expect(text).toMatch(/docker -H unix:\/\/\S+ top scope-many/);
    expect(run(command("docker").line)).toContain(host);
  });

  await page.keyboard.press("Escape");
  await expect(scope.find).toHaveValue("");
  await page.keyboard.press("Escape");
  await containers.remove("scope-many");
  expect(await docker.names()).toEqual([]);
});
