import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { scene, unreachable } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { DEFAULTS, usePreferences } from "../../ui-state/preferences.ts";

beforeEach(reset);

const choice = (group: string, name: string) =>
  within(screen.getByRole("radiogroup", { name: group })).getByRole("radio", { name });

test("each choice takes effect at once, and all of them can be put back and brought again", async () => {
  renderApp(scene, "#/settings");
  await screen.findByRole("heading", { level: 1, name: "Settings" });
  await userEvent.click(choice("Theme", "Dark"));
  await userEvent.click(choice("Density", "Compact"));
  await userEvent.click(screen.getByRole("switch", { name: "Single-letter keys" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Command" }), "sleep 5");
  const chosen = {
    theme: "dark",
    density: "compact",
    letterKeys: false,
    presenter: { image: "", command: "sleep 5" },
  };
  expect(usePreferences.getState()).toMatchObject(chosen);
  await userEvent.click(screen.getByRole("button", { name: "Reset to defaults" }));
  expect(usePreferences.getState()).toMatchObject(DEFAULTS);
  await userEvent.click(screen.getByRole("button", { name: "Undo reset" }));
  expect(usePreferences.getState()).toMatchObject(chosen);
});

test("the refresh interval is the app's, and the status bar says what the app says", async () => {
  renderApp(scene, "#/settings");
  await screen.findByText(/Live, every 1 s\./);
  await userEvent.click(choice("Refresh interval", "5 s"));
  expect(await screen.findByText(/Live, every 5 s\./)).toBeDefined();
  expect(choice("Refresh interval", "5 s").getAttribute("aria-checked")).toBe("true");
});

test("an engine is shown with its default isolation, where that comes from, and each refusal's reason", async () => {
  renderApp(scene, "#/settings/engines");
  const docker = await screen.findByRole("region", { name: "Docker" });
  expect(docker.textContent).toContain("unix:///var/run/docker.sock");
  expect(docker.textContent).toContain("The daemon's default OCI runtime: runc (info)");
  expect(docker.textContent).toContain("Launch under micro-VM: Docker does not do that isolation.");
  expect(
    screen.getByText("Shared kernel, by Docker: a launch that names no isolation gets it."),
  ).toBeDefined();
});

test("an engine in trouble says why, what to do, and can be tried again", async () => {
  renderApp(unreachable, "#/settings/engines");
  const docker = await screen.findByRole("region", { name: "Docker" });
  expect(docker.textContent).toContain("Cannot be used");
  expect(docker.textContent).toContain("/var/run/docker.sock does not exist");
  expect(within(docker).getByRole("button", { name: "Try now" })).toBeDefined();
});

test("diagnostics shows both sides' figures and the last events, newest first, and copies all as text", async () => {
  const written: string[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => void written.push(text) } });
  renderApp(scene, "#/settings/diagnostics");
  const events = await screen.findByRole("table", { name: "Last events" });
  const [, first] = within(events).getAllByRole("row");
  expect(first?.textContent).toContain("The host is read every 1 s");
  const page = screen.getByRole("table", { name: "Live collections of this page" });
  expect(within(page).getByRole("row", { name: /^diagnostics\.watch/ })).toBeDefined();
  expect(screen.getByRole("row", { name: /^docker Engine 1204/ })).toBeDefined();
  screen.getByRole("button", { name: "Copy as text" }).click();
  await waitFor(() => expect(screen.getByRole("button", { name: "Copied" })).toBeDefined());
  expect(written[0]).toContain("docker\tEngine\t1204");
  vi.unstubAllGlobals();
});
