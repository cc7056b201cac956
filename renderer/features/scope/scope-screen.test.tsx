import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

const SHARED = "#/scope/docker/ping-shared";
const MICRO = "#/scope/microvm/ping-micro";
const field = () => screen.findByRole("searchbox", { name: "Find a process by name or PID" });
const result = () => document.querySelector(".find-result");

test("a shared kernel: ping inside is ping on the host, with both PIDs and the evidence", async () => {
  const user = userEvent.setup();
  renderApp(scene, SHARED);
  await user.type(await field(), "ping");
  await waitFor(() =>
    expect(result()?.textContent).toContain("Same process: PID 7 inside → PID 48213 on host"),
  );
  expect(result()?.textContent).toMatch(/NSpid 48213 7\. Start time \d\d:\d\d:51\.000 matches too/);
  expect(screen.getByText("one shared kernel")).toBeTruthy();
});

test("a micro-VM: the host has no such process, only the worker", async () => {
  const user = userEvent.setup();
  renderApp({ ...scene, processes: scene.processes.filter(({ name }) => name !== "ping") }, MICRO);
  await user.type(await field(), "ping");
  await waitFor(() =>
    expect(result()?.textContent).toBe(
      'Cannot find a process with the name "ping" on the host. What the host sees instead: qemu-system-x86_64, PID 48391',
    ),
  );
  expect(screen.getByText("two kernels")).toBeTruthy();
  expect(screen.getByText("10 processes run in this VM. The host has a row for none of them.")).toBeTruthy();
});

test("rows know their partner, for those who do not see the lines", async () => {
  renderApp(scene, SHARED);
  const inside = await screen.findByRole("grid", { name: "Inside the container" });
  const row = (await within(inside).findByTitle("sleep 3600")).closest('[role="row"]');
  const id = row?.getAttribute("aria-describedby") ?? "";
  expect(document.getElementById(id)?.textContent).toBe("Same process on the host, PID 48221");
});

test("Right and Left follow a link to the other pane and back", async () => {
  const user = userEvent.setup();
  renderApp(scene, SHARED);
  const inside = await screen.findByRole("grid", { name: "Inside the container" });
  const row = (await within(inside).findByTitle("sleep 3600")).closest<HTMLElement>('[role="row"]');
  row?.focus();
  await user.keyboard("{ArrowRight}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("48221"));
  await user.keyboard("{ArrowLeft}");
  await waitFor(() => expect(document.activeElement).toBe(row));
});

test("Esc clears the search first and leaves the screen after", async () => {
  const user = userEvent.setup();
  renderApp(scene, `${SHARED}?find=ping`);
  const input = await field();
  input.focus();
  await user.keyboard("{Escape}");
  expect(input).toHaveProperty("value", "");
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("heading", { level: 1, name: "Containers" })).toBeTruthy();
});

test("Esc outside the field clears the search before it leaves, too", async () => {
  const user = userEvent.setup();
  renderApp(scene, `${SHARED}?find=ping`);
  const input = await field();
  screen.getByRole("button", { name: "Copy evidence" }).focus();
  await user.keyboard("{Escape}");
  expect(input).toHaveProperty("value", "");
  expect(screen.getByRole("heading", { level: 1, name: "ping-shared" })).toBeTruthy();
});

test("I goes to the same command in the other isolation", async () => {
  const user = userEvent.setup();
  renderApp(scene, SHARED);
  await field();
  await user.keyboard("i");
  expect(await screen.findByRole("heading", { level: 1, name: "ping-micro" })).toBeTruthy();
});

test("a container that is not there says so", async () => {
  renderApp(scene, "#/scope/docker/nobody");
  expect(await screen.findByText("This container is not there any more.")).toBeTruthy();
});
