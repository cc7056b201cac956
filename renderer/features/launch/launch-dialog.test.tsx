import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene, unreachable } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

async function open() {
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1, name: "Containers" });
  await user.click(screen.getByRole("button", { name: "Launch" }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByRole("textbox", { name: "Command" });
  return { user, dialog };
}

test("begins with the demo and names the mode on the button", async () => {
  renderApp(scene);
  const { user, dialog } = await open();
  expect(dialog.getByRole("combobox", { name: "Image" })).toHaveProperty("value", "isoscope/demo:1");
  expect(dialog.getByRole("textbox", { name: "Command" })).toHaveProperty("value", "ping 127.0.0.1");
  expect(dialog.getByRole("button", { name: "Launch with shared kernel" })).toBeTruthy();
  await user.click(dialog.getByRole("radio", { name: /micro-VM/ }));
  expect(dialog.getByRole("button", { name: "Launch in micro-VM" })).toBeTruthy();
  expect(dialog.getByText(/QEMU ends with Isoscope/)).toBeTruthy();
});

test("shows the docker run line that does the same", async () => {
  renderApp(scene);
  const { user, dialog } = await open();
  expect(dialog.getByText("docker run -d isoscope/demo:1 ping 127.0.0.1")).toBeTruthy();
  await user.click(dialog.getByRole("switch", { name: "Interactive" }));
  expect(dialog.getByText("docker run -it isoscope/demo:1 ping 127.0.0.1")).toBeTruthy();
});

test("a command with an open quote is refused at its field, and nothing is sent", async () => {
  renderApp(scene);
  const { user, dialog } = await open();
  await user.clear(dialog.getByRole("textbox", { name: "Command" }));
  await user.type(dialog.getByRole("textbox", { name: "Command" }), "sh -c 'x");
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  expect(await dialog.findByText("The single quote is not closed.")).toBeTruthy();
  expect(dialog.queryByRole("progressbar")).toBeNull();
});

test("what the host refuses is shown at the field it names", async () => {
  renderApp(scene);
  const { user, dialog } = await open();
  await user.click(dialog.getByRole("button", { name: /Name, environment/ }));
  await user.type(await dialog.findByRole("textbox", { name: "Name" }), "taken");
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  expect(await dialog.findByText("taken is in use")).toBeTruthy();
});

test("shows the phases of the launch and can cancel it", async () => {
  renderApp(scene);
  const { user, dialog } = await open();
  await user.click(dialog.getByRole("button", { name: "Launch with shared kernel" }));
  expect(await dialog.findByText("Starting the command")).toBeTruthy();
  const cancel = dialog.getByRole("button", { name: "Cancel launch" });
  await waitFor(() => expect(cancel).toHaveProperty("disabled", false));
  await user.click(cancel);
  await waitFor(() => expect(dialog.queryByRole("progressbar")).toBeNull());
  expect(dialog.getByRole("button", { name: "Launch with shared kernel" })).toHaveProperty("disabled", false);
});

test("a mode that no engine can do now says why, and can still be chosen", async () => {
  renderApp(unreachable);
  const { user, dialog } = await open();
  await user.click(dialog.getByRole("radio", { name: /Shared kernel Docker is not answering/ }));
  expect(dialog.getByText(/No engine here can do this/)).toBeTruthy();
});
