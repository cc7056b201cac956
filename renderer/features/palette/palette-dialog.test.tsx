import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene, stale } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { usePreferences } from "../../ui-state/preferences.ts";

afterEach(reset);

async function open(scenario = scene) {
  const fixture = renderApp(scenario);
  await screen.findByText("ping-shared", { selector: ".name" });
  await userEvent.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: /^Search containers/ });
  return { fixture, field };
}

const options = () => within(screen.getByRole("listbox")).getAllByRole("option");
const option = (name: RegExp) => screen.findByRole("option", { name });

test("before anything is typed it offers containers and actions, and reads no processes", async () => {
  const { fixture, field } = await open();
  expect(document.activeElement).toBe(field);
  expect(await option(/^ping-shared/)).toBeTruthy();
  expect(await option(/^Launch/)).toBeTruthy();
  expect(screen.queryByRole("group", { name: "Processes" })).toBeNull();
  expect(fixture.processesWatched).toBe(false);
});

test("a PID finds its process, whose it is, and what can be done with it", async () => {
  const { field } = await open();
  await userEvent.type(field, "48213");
  const found = await option(/^ping 48213/);
  expect(found.textContent).toContain("inside ping-shared");
  await waitFor(() => expect(options().map((one) => one.textContent)).toHaveLength(4));
  expect(await option(/^Find 48213 in Scope/)).toBeTruthy();
  expect(await option(/^Copy ps .* -p 48213/)).toBeTruthy();
  await userEvent.keyboard("{Enter}");
  expect(window.location.hash).toBe("#/scope/docker/ping-shared?find=48213");
  await waitFor(() => expect(screen.queryByRole("listbox")).toBeNull());
});

test("the worker process is named for its container", async () => {
  const { field } = await open();
  await userEvent.type(field, "qemu");
  expect((await option(/^qemu-system-x86\S* 48391/)).textContent).toContain("worker process of ping-micro");
});

test("the arrows go round, and words of an action and a name find one container's action", async () => {
  const { field } = await open();
  await userEvent.keyboard("{ArrowUp}");
  expect(options().at(-1)?.getAttribute("aria-selected")).toBe("true");
  expect(field.getAttribute("aria-activedescendant")).toBe(options().at(-1)?.id);
  await userEvent.keyboard("{ArrowDown}");
  expect(options().at(0)?.getAttribute("aria-selected")).toBe("true");
  await userEvent.type(field, "stop ping-shared");
  await waitFor(() => expect(options()[0]?.textContent).toContain("Stop ping-shared"));
  await userEvent.keyboard("{Enter}");
  const stopped = await screen.findByText("ping-shared", { selector: ".name" });
  await waitFor(() => expect(stopped.closest('[role="row"]')?.textContent).toContain("Exited (137)"));
});

test("an engine that does not answer can be tried, and its containers offer nothing that needs it", async () => {
  const { field } = await open(stale);
  await userEvent.type(field, "docker");
  expect(await option(/^Try Docker again now/)).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, "stop ping-shared");
  expect(await screen.findByText('Nothing matches "stop ping-shared".')).toBeTruthy();
});

test("it changes how the window looks", async () => {
  const { field } = await open();
  await userEvent.type(field, "theme dark");
  await option(/^Theme: dark/);
  await userEvent.keyboard("{Enter}");
  expect(usePreferences.getState().theme).toBe("dark");
});
