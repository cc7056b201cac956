import { waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { scene } from "../../../../e2e/fixtures/scenarios.ts";
import { openLaunch } from "../../../testing/open-launch.ts";
import { renderApp, reset } from "../../../testing/render-app.tsx";

afterEach(reset);

const LINE = "$ sudo docker run -it --rm --name web -e A=1 -p 8080:80 -v cache:/c debian:12 bash";

test.each(["Image", "Command"])(
  "a line pasted into %s fills the form, lists what it has no place for, and can be undone",
  async (field) => {
    renderApp(scene);
    const { user, dialog } = await openLaunch();
    const image = dialog.getByRole("combobox", { name: "Image" });
    const command = dialog.getByRole("textbox", { name: "Command" });
    await user.click(field === "Image" ? image : command);
    await user.paste(LINE);
    expect(image).toHaveProperty("value", "debian:12");
    expect(command).toHaveProperty("value", "bash");
    expect(dialog.getByRole("switch", { name: "Interactive" })).toHaveProperty("checked", true);
    expect(dialog.getByText(/Taken: image, command, interactive, name, 1 port, 1 variable\./)).toBeTruthy();
    expect(dialog.getByText("Not in this form: 2 flags.")).toBeTruthy();
    expect(dialog.getByText("--rm")).toBeTruthy();
    expect(dialog.getByText("-v cache:/c")).toBeTruthy();
    expect(dialog.getByText("docker run -it --name web -p 8080:80 -e A=1 debian:12 bash")).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Undo" }));
    expect(image).toHaveProperty("value", "isoscope/demo:1");
    expect(command).toHaveProperty("value", "ping 127.0.0.1");
    expect(dialog.queryByText("Filled from a docker run line.")).toBeNull();
  },
);

test("other text is pasted as it is", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  const command = dialog.getByRole("textbox", { name: "Command" });
  await user.clear(command);
  await user.click(command);
  await user.paste("docker ps");
  expect(command).toHaveProperty("value", "docker ps");
});

test("a line without an image says so and is kept; Escape closes its field and not the dialog", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  const button = dialog.getByRole("button", { name: "Paste a docker run line" });
  await user.click(button);
  const field = dialog.getByRole("textbox", { name: "docker run line" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.paste("docker run -d -p 80:80");
  expect(dialog.getByText("The line names no image: it has flags only.")).toBeTruthy();
  expect(field).toHaveProperty("value", "docker run -d -p 80:80");
  await user.keyboard("{Escape}");
  expect(dialog.queryByRole("textbox", { name: "docker run line" })).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(dialog.getByRole("textbox", { name: "Command" })).toHaveProperty("value", "ping 127.0.0.1");
});
