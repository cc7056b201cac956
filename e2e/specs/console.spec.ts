import { expectClean, LOOKS } from "../fixtures/axe.ts";
import { watchPolicy } from "../fixtures/policy.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage, type IsolationWord } from "../pages/containers-page.ts";
import { ConsolePage } from "../pages/details-tabs.ts";
import { LaunchDialog } from "../pages/launch-dialog.ts";

const ENGINES: readonly (readonly [IsolationWord, string])[] = [
  ["Shared kernel", "shell-shared"],
  ["Micro-VM", "shell-micro"],
];

for (const [isolation, name] of ENGINES) {
  test(`${isolation}: a shell answers, knows its size, is searched and tells its exit code`, async ({
    page,
  }) => {
    const violations = await watchPolicy(page);
    const containers = new ContainersPage(page);
    const shell = new ConsolePage(page, name);
    await containers.open();
    await containers.launch.click();
    await new LaunchDialog(page).launch({ isolation, name, command: "ping 127.0.0.1" });

    await shell.show();
    await shell.open.click();
    await shell.type("echo result-$((6*7))");
    await expect(shell.terminal).toContainText("result-42");
    await shell.type("stty size");
    await expect(shell.terminal).toContainText(await shell.sizeAsTold());
    const before = await shell.sizeAsTold();
    await page.setViewportSize({ width: 1440, height: 640 });
    await expect.poll(() => shell.sizeAsTold()).not.toBe(before);
    await shell.type("stty size");
    await expect(shell.terminal).toContainText(await shell.sizeAsTold());

    await shell.type("printf '\\033[38;2;200;40;90mtrue\\033[0m colour\\n'");
    await shell.find.fill("colour");
    await expect(shell.drawer.getByRole("status", { name: /^Match \d of 2$/ })).toBeVisible();
    await page.emulateMedia({ colorScheme: "dark" });
    await shell.type("exit 3");
    await expect(shell.drawer).toContainText("The shell ended with exit code 3.");
    expect(violations).toEqual([]);

    await containers.remove(name);
  });

  test(`${isolation}: the container's own command is joined; its screen outlives other tabs; F6 leaves it`, async ({
    page,
  }) => {
    const violations = await watchPolicy(page);
    const containers = new ContainersPage(page);
    const own = new ConsolePage(page, `own-${name}`);
    await containers.open();
    await containers.launch.click();
    await new LaunchDialog(page).launch({ isolation, name: own.name, command: "sh", interactive: true });

    await own.show();
    await own.type("echo here-$((5*5))");
    await expect(own.terminal).toContainText("here-25");
    await page.getByRole("tab", { name: "Logs" }).click();
    await expect(page.getByRole("log")).toContainText("here-25");
    await page.getByRole("tab", { name: "Console" }).click();
    await expect(own.terminal).toContainText("here-25");
    await own.type("echo still-$((3*3))");
    await expect(own.terminal).toContainText("still-9");

    const focused = () => own.terminal.evaluate((element) => element.contains(document.activeElement));
    expect(await focused()).toBe(true);
    await page.keyboard.press("F6");
    expect(await focused()).toBe(false);

    for (const { name: look, ...media } of LOOKS) {
      await page.emulateMedia(media);
      await expectClean(page, `Console, ${look}`);
    }
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    await own.type("exit 4");
    await expect(own.drawer).toContainText("ended with exit code 4.");
    expect(violations).toEqual([]);
    await containers.remove(own.name);
  });
}

test("several lines on the clipboard are shown before they run", async ({ page }) => {
  const containers = new ContainersPage(page);
  const shell = new ConsolePage(page, "pasted");
  await containers.open();
  await containers.launch.click();
  await new LaunchDialog(page).launch({
    isolation: "Shared kernel",
    name: "pasted",
    command: "ping 127.0.0.1",
  });
  await shell.show();
  await shell.open.click();
  const paste = (text: string) =>
    page.getByRole("textbox", { name: /^Terminal input/ }).evaluate((field, given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", given);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  // Without line editing the shell does not tell pastes from typing.
  await shell.type("cat");
  await paste("one line");
  await expect(shell.terminal).toContainText("one line");
  await paste("first\nsecond\n");
  const question = page.getByRole("alertdialog", { name: "Paste 2 lines?" });
  await expect(question).toContainText("first");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(shell.terminal).not.toContainText("second");
  await paste("first\nsecond\n");
  await question.getByRole("button", { name: "Paste" }).click();
  await expect(shell.terminal).toContainText("second");
  await containers.remove("pasted");
});

test("a lost connection is told, and Reconnect opens the console anew", { tag: "@web" }, async ({ page }) => {
  const sockets: { close(): Promise<void> }[] = [];
  await page.routeWebSocket(/\/socket$/, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  const containers = new ContainersPage(page);
  const shell = new ConsolePage(page, "cut-off");
  await containers.open();
  await containers.launch.click();
  await new LaunchDialog(page).launch({
    isolation: "Shared kernel",
    name: "cut-off",
    command: "ping 127.0.0.1",
  });
  await shell.show();
  await shell.open.click();
  await shell.type("echo before-$((1+1))");
  await expect(shell.terminal).toContainText("before-2");
  for (const socket of sockets.splice(0)) await socket.close();
  await expect(shell.drawer).toContainText("The connection to Isoscope was lost.");
  const reconnect = shell.drawer.getByRole("button", { name: "Reconnect" });
  await expect(reconnect).toBeEnabled();
  await expect(shell.terminal).toContainText("before-2");
  await reconnect.click();
  await shell.type("echo after-$((2+2))");
  await expect(shell.terminal).toContainText("after-4");
  await containers.remove("cut-off");
});
