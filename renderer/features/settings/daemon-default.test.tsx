import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import type { FixtureDaemon } from "../../../e2e/fixtures/fixture-daemon.ts";
import { scene, windowsDaemon, windowsDaemonDenied } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

beforeEach(reset);

const open = (scenario = windowsDaemon) => renderApp(scenario, "#/settings/engines");
const withDaemon = (daemon: FixtureDaemon) => open({ ...windowsDaemon, daemon });
const change = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Change…" }));
  return within(await screen.findByRole("dialog", { name: "Change the default isolation" }));
};

test("says what is set and by what, and writes only after the lines were shown", async () => {
  open();
  expect(await screen.findByText("Process, by the edition's rule")).toBeDefined();
  const dialog = await change();
  expect(await dialog.findByText("The file says so already. Nothing would change.")).toBeDefined();
  await userEvent.click(dialog.getByRole("radio", { name: "Hyper-V" }));
  expect(await dialog.findByText(/"exec-opts": \["isolation=hyperv"\]/)).toBeDefined();
  expect(screen.queryByText("Hyper-V, by the file")).toBeNull();
  await userEvent.click(dialog.getByRole("button", { name: "Write the file" }));
  expect(await screen.findByText("Hyper-V, by the file")).toBeDefined();
  expect(screen.getByText("Restart-Service docker")).toBeDefined();
  expect(screen.getByText(/^The file as it was: .*\.bak\.$/)).toBeDefined();
});

test("without rights it says so with the way out, and the dialog stays", async () => {
  open(windowsDaemonDenied);
  const dialog = await change();
  await userEvent.click(dialog.getByRole("radio", { name: "Hyper-V" }));
  await dialog.findByText(/isolation=hyperv/);
  await userEvent.click(dialog.getByRole("button", { name: "Write the file" }));
  expect(await dialog.findByText(/Start Isoscope as administrator/)).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Process, by the edition's rule")).toBeDefined();
});

test.each([
  [{ text: "{", denied: false }, /It is not JSON/],
  [
    { text: "{}", flag: "isolation=hyperv" },
    /--exec-opt isolation=hyperv, which decides\. .*keep it from starting/,
  ],
])("offers no change where it cannot be made: %j", async (daemon, reason) => {
  withDaemon(daemon);
  expect(await screen.findByText(reason)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Change…" })).toBeNull();
});

test("on Linux it says that there is nothing to set, and what decides", async () => {
  open(scene);
  expect(await screen.findByText(/no isolation option .*"default-runtime"/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Change…" })).toBeNull();
});

test("comments are kept, with a word on what dockerd makes of them", async () => {
  withDaemon({ text: '{ // mine\n  "debug": true\n}\n' });
  expect(await screen.findByText(/dockerd reads plain JSON/)).toBeDefined();
});
