import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene, unreachable } from "../../../e2e/fixtures/scenarios.ts";
import { openLaunch } from "../../testing/open-launch.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

test("begins with the demo and names the mode on the button", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  expect(dialog.getByRole("combobox", { name: "Image" })).toHaveProperty("value", "isoscope/demo:1");
  expect(dialog.getByRole("textbox", { name: "Command" })).toHaveProperty("value", "ping 127.0.0.1");
  expect(dialog.getByRole("button", { name: "Launch with shared kernel" })).toBeTruthy();
  await user.click(dialog.getByRole("radio", { name: /Micro-VM/ }));
  expect(dialog.getByRole("button", { name: "Launch in micro-VM" })).toBeTruthy();
  expect(dialog.getByText(/QEMU ends with Isoscope/)).toBeTruthy();
});

test.each([
  [
    "a click elsewhere",
    async (user: UserEvent) => user.click(screen.getByRole("radio", { name: /Micro-VM/ })),
  ],
  ["Tab", async (user: UserEvent) => user.tab()],
  ["Enter", async (user: UserEvent) => user.keyboard("{Enter}")],
])("an image that no engine has stays as typed after %s", async (_what, leave) => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  const image = dialog.getByRole("combobox", { name: "Image" });
  for (const typed of ["no/such:1", "deb"]) {
    await user.clear(image);
    await user.type(image, typed);
    await leave(user);
    expect(image).toHaveProperty("value", typed);
  }
});

test("an image is chosen with the arrow keys and Enter, or with a click", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  const image = dialog.getByRole("combobox", { name: "Image" });
  await user.clear(image);
  await user.type(image, "bookworm{ArrowDown}{ArrowDown}{Enter}");
  expect(image).toHaveProperty("value", "debian:bookworm");
  await user.clear(image);
  await user.click(image);
  await user.click(await screen.findByRole("option", { name: /debian:12/ }));
  expect(image).toHaveProperty("value", "debian:12");
});

test("shows the docker run line that does the same", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  expect(dialog.getByText("docker run -d isoscope/demo:1 ping 127.0.0.1")).toBeTruthy();
  await user.click(dialog.getByRole("switch", { name: "Interactive" }));
  expect(dialog.getByText("docker run -it isoscope/demo:1 ping 127.0.0.1")).toBeTruthy();
});

test("a command with an open quote is refused at its field, and nothing is sent", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  await user.clear(dialog.getByRole("textbox", { name: "Command" }));
  await user.type(dialog.getByRole("textbox", { name: "Command" }), "sh -c 'x");
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  expect(await dialog.findByText("The single quote is not closed.")).toBeTruthy();
  expect(dialog.queryByRole("progressbar")).toBeNull();
});

test("what the host refuses is shown at the field it names", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  await user.click(dialog.getByRole("button", { name: /Name, environment/ }));
  await user.type(await dialog.findByRole("textbox", { name: "Name" }), "taken");
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  expect(await dialog.findByText("taken is in use")).toBeTruthy();
});

test("after a refusal the first field it is about has the focus, and Escape closes the dialog", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  await user.click(dialog.getByRole("button", { name: /Name, environment/ }));
  const name = await dialog.findByRole("textbox", { name: "Name" });
  await user.type(name, "taken");
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  await waitFor(() => expect(document.activeElement).toBe(name));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("the button keeps the focus while the host is asked, so that keys still reach the dialog", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  const launch = dialog.getByRole("button", { name: "Launch with shared kernel" });
  await user.click(launch);
  expect(await dialog.findByText("Starting the command")).toBeTruthy();
  expect(launch.getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(launch);
});

test("shows at most a few thousand characters of the docker run line", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  await user.clear(dialog.getByRole("textbox", { name: "Command" }));
  await user.click(dialog.getByRole("textbox", { name: "Command" }));
  await user.paste(`echo ${"x".repeat(1_000_000)}`);
  expect(await dialog.findByText(/… 99\d{4} more characters$/)).toBeTruthy();
  expect(dialog.getByRole("complementary").textContent?.length).toBeLessThan(4_000);
});

test("shows the phases of the launch and can cancel it", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  expect(await dialog.findByText("Starting the command")).toBeTruthy();
  const cancel = dialog.getByRole("button", { name: "Cancel launch" });
  await waitFor(() => expect(cancel.getAttribute("aria-disabled")).toBeNull());
  await user.click(cancel);
  await waitFor(() => expect(dialog.queryByRole("progressbar")).toBeNull());
  expect(
    dialog.getByRole("button", { name: "Launch with shared kernel" }).getAttribute("aria-disabled"),
  ).toBeNull();
});

test("a mode that no engine can do now says why, and can still be chosen", async () => {
  renderApp(unreachable);
  const { user, dialog } = await openLaunch();
  await user.click(dialog.getByRole("radio", { name: /Shared kernel Docker is not answering/ }));
  expect(dialog.getByText(/No engine runs it on the shared kernel/)).toBeTruthy();
  expect(dialog.getByRole("button", { name: "Launch anyway with shared kernel" })).toBeTruthy();
});
