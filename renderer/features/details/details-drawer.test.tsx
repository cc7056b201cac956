import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

const drawer = (name: string) => screen.findByRole("complementary", { name: `Details of ${name}` });
const rowOf = async (name: string) => {
  const grid = await screen.findByRole("grid", { name: "Containers" });
  const row = (await within(grid).findByTitle(name)).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return row;
};

test("Enter opens the details and gives them the focus; Escape gives it back to the row", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  (await rowOf("web-front")).focus();
  await user.keyboard("{Enter}");
  const open = await drawer("web-front");
  await waitFor(() => expect(document.activeElement).toBe(open));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  await waitFor(async () => expect(document.activeElement).toBe(await rowOf("web-front")));
});

test("a double-click opens the details and leaves the focus with the row", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  const row = await rowOf("web-front");
  row.focus();
  await user.dblClick(row);
  await drawer("web-front");
  expect((await drawer("web-front")).contains(document.activeElement)).toBe(false);
});

test("Alt+Enter opens Scope instead", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  (await rowOf("web-front")).focus();
  await user.keyboard("{Alt>}{Enter}{/Alt}");
  await waitFor(() => expect(window.location.hash).toContain("#/scope/docker/web-front"));
});

test("the tab is part of the address; another tab takes its place in the history", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/containers/docker/web-front?tab=logs");
  const open = within(await drawer("web-front"));
  expect(open.getByRole("tab", { name: "Logs" }).getAttribute("aria-selected")).toBe("true");
  const before = window.history.length;
  await user.click(open.getByRole("tab", { name: "Inspect" }));
  await waitFor(() => expect(window.location.hash).toContain("tab=inspect"));
  expect(window.history.length).toBe(before);
});

test("the drawer of a container that goes away says so and stays until it is closed", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/containers/docker/batch-0412");
  const open = within(await drawer("batch-0412"));
  await user.click(open.getByRole("button", { name: "More actions: batch-0412" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Remove/ }));
  await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("This container is gone.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Close details" }));
  await waitFor(() => expect(window.location.hash).toBe("#/containers"));
});

test("a failed container says why and offers what can be done", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/containers/microvm/report-gen");
  const open = within(await drawer("report-gen"));
  expect(open.getByText("The VM ended although nobody asked.")).toBeTruthy();
  await user.click(open.getByRole("button", { name: "Start again" }));
  await waitFor(() => expect(open.queryByText("The VM ended although nobody asked.")).toBeNull());
});

test("environment values are masked until somebody asks, and again for the next container", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/containers/docker/web-front?tab=inspect");
  const open = within(await drawer("web-front"));
  await user.click(await open.findByRole("button", { name: "Open all" }));
  expect(await open.findByText('"API_KEY=••••"')).toBeTruthy();
  await user.click(open.getByRole("button", { name: "Show environment values" }));
  expect(await open.findByText('"API_KEY=k-4127"')).toBeTruthy();
  window.location.hash = "#/containers/docker/api-orders?tab=inspect";
  const next = within(await drawer("api-orders"));
  await user.click(await next.findByRole("button", { name: "Open all" }));
  expect(await next.findByText('"API_KEY=••••"')).toBeTruthy();
});

test("the tree is one tab stop; Right opens, Left closes and goes up, Find opens the way", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/containers/docker/web-front?tab=inspect");
  const tree = within(await screen.findByRole("tree"));
  const first = tree.getAllByRole("treeitem")[0];
  first?.focus();
  await user.keyboard("{End}");
  const state = tree.getByRole("treeitem", { name: /^HostConfig/ });
  state.focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement?.textContent).toContain("NetworkMode");
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(state.getAttribute("aria-expanded")).toBe("false");
  expect(tree.getAllByRole("treeitem").filter((item) => item.tabIndex === 0)).toHaveLength(1);
  await user.type(screen.getByRole("searchbox", { name: "Find in the description" }), "privileged");
  expect(await tree.findByText("Privileged")).toBeTruthy();
});

test("Boundary numbers what leads through and says what is not known", async () => {
  renderApp(scene, "#/containers/docker/ping-shared?tab=boundary");
  const open = within(await drawer("ping-shared"));
  expect(await open.findByText("Shared kernel, but the engine socket undoes it")).toBeTruthy();
  expect(open.getByText("Full control of the engine")).toBeTruthy();
  expect(open.getByText(/Both sides read boot id/)).toBeTruthy();
});
