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
