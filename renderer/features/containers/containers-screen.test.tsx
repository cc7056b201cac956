import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { docker, microvm } from "../../../e2e/fixtures/fixture-rows.ts";
import { denied, empty, loading, many, scene, stale } from "../../../e2e/fixtures/scenarios.ts";
import { IsoscopeFailure } from "../../../electron/contract/failure.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { setWindowWidth } from "../../testing/window-width.ts";
import { setListView } from "../../ui-state/list-view.ts";

beforeEach(() => setWindowWidth(1280));
afterEach(reset);

const grid = () => screen.findByRole("grid", { name: "Containers" });
const rowOf = async (name: string) => {
  const cell = await within(await grid()).findByTitle(name);
  const row = cell.closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return row;
};

test("lists every container with its state, isolation in the platform's words and host footprint", async () => {
  renderApp(scene);
  const shared = within(await rowOf("ping-shared"));
  expect(shared.getByText("Running")).toBeTruthy();
  expect(shared.getByText("Shared kernel")).toBeTruthy();
  expect(shared.getByRole("button", { name: "Open PID 48213 in Scope" })).toBeTruthy();
  expect(shared.getByText("+2")).toBeTruthy();
  const micro = within(await rowOf("ping-micro"));
  expect(micro.getByRole("button", { name: "Open PID qemu 48391 in Scope" })).toBeTruthy();
});

test("the status bar counts the host's processes without asking for their table", async () => {
  const fixture = renderApp(scene);
  expect(await screen.findByText(`Host sees ${scene.processes.length} processes`)).toBeTruthy();
  expect(fixture.processesWatched).toBe(false);
});

test("the hypervisor's slab names the engine and how it runs; all it says is on hover", async () => {
  renderApp(scene);
  const name = await screen.findByText(/^QEMU micro-VM 7\.2\.22, TCG \(emulation\)/);
  expect(name.title).toContain("QEMU ends with Isoscope");
  expect(name.textContent).not.toContain("QEMU ends with Isoscope");
  expect(screen.getByText("3 micro-VMs", { selector: ".map-hypervisor *" })).toBeTruthy();
});

test("nothing is counted before the first list has come", async () => {
  renderApp(loading);
  expect(await screen.findByText("Reading containers")).toBeTruthy();
  expect(screen.queryByText(/active of/)).toBeNull();
  expect(screen.getByRole("radio", { name: "All" })).toBeTruthy();
  expect(screen.queryByText(/micro-VMs/)).toBeNull();
});

test("a failed row names the signal and explains it", async () => {
  renderApp(scene);
  const row = within(await rowOf("report-gen"));
  expect(row.getByText("SIGKILL").parentElement?.title).toContain("The VM ended although nobody asked");
});

test("counts all rows but mounts only those near the window", async () => {
  renderApp(many);
  const list = await grid();
  await waitFor(() => expect(list.getAttribute("aria-rowcount")).toBe("201"));
  const mounted = within(list).getAllByRole("row").length;
  expect(mounted).toBeLessThan(60);
  expect(within(list).getAllByRole("row").at(1)?.getAttribute("aria-rowindex")).toBe("2");
});

test("is one tab stop; End goes to the last row, and it is mounted", async () => {
  const user = userEvent.setup();
  renderApp(many);
  const first = await rowOf("load-000");
  expect(first.tabIndex).toBe(0);
  first.focus();
  await user.keyboard("{End}");
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-rowindex")).toBe("201"));
  expect(
    within(await grid())
      .getAllByRole("row")
      .filter((row) => row.tabIndex === 0),
  ).toHaveLength(1);
});

test("the filter counts and narrows; no match offers to clear it", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  await user.click(await screen.findByRole("radio", { name: /Micro-VM 4/ }));
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("5"));
  await user.type(screen.getByRole("searchbox", { name: "Filter containers" }), "nothing has this");
  await user.click(await screen.findByRole("button", { name: "Clear filter" }));
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("12"));
});

test("selection is by container: it survives a change of sorting and filter", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  (await rowOf("web-front")).focus();
  await user.keyboard(" ");
  expect((await rowOf("web-front")).getAttribute("aria-selected")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Owner" }));
  setListView({ text: "ping-" });
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("3"));
  setListView({ text: "" });
  await waitFor(async () => expect((await rowOf("web-front")).getAttribute("aria-selected")).toBe("true"));
});

test("an action that cannot be done says why and does nothing", async () => {
  const user = userEvent.setup();
  renderApp(stale);
  const stop = within(await rowOf("web-front")).getByRole("button", { name: "Stop web-front" });
  await waitFor(() => expect(stop.getAttribute("aria-disabled")).toBe("true"));
  expect(stop.title).toContain("Docker is not answering");
  await user.click(stop);
  expect(within(await rowOf("web-front")).getByText("Running")).toBeTruthy();
});

test("Stop changes the row when the engine has said so", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  await user.click(within(await rowOf("web-front")).getByRole("button", { name: "Stop web-front" }));
  await waitFor(async () => expect(within(await rowOf("web-front")).getByText("Exited (137)")).toBeTruthy());
});

test("Delete asks with the names and removes what is confirmed", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  (await rowOf("batch-0412")).focus();
  await user.keyboard("{Delete}");
  const dialog = await screen.findByRole("alertdialog");
  expect(within(dialog).getByText("batch-0412")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Remove" }));
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("11"));
});

test("an empty host offers to launch or to run the demo under both isolations", async () => {
  const user = userEvent.setup();
  renderApp(empty);
  await user.click(await screen.findByRole("button", { name: "Run the demo" }));
  expect(await screen.findAllByRole("progressbar")).toHaveLength(2);
});

test("a stale engine pauses its rows and says since when", async () => {
  renderApp(stale);
  expect(await screen.findByText("Paused data.")).toBeTruthy();
  expect((await rowOf("web-front")).className).toContain("stale");
  expect((await rowOf("ping-micro")).className).not.toContain("stale");
});

test("missing rights come with the command that gives them", async () => {
  renderApp(denied);
  expect(await screen.findByText("Isoscope may not read the engine.")).toBeTruthy();
  expect(screen.getAllByText(/sudo usermod -aG docker ana/).length).toBeGreaterThan(0);
});

test("M folds the kernel map, but not while typing", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  const map = () => screen.queryByRole("region", { name: "Kernel map of lab-deb12" });
  await waitFor(() => expect(map()).toBeTruthy());
  await user.click(screen.getByRole("searchbox", { name: "Filter containers" }));
  await user.keyboard("m");
  expect(map()).toBeTruthy();
  await user.keyboard("{Escape}");
  (await rowOf("web-front")).focus();
  await user.keyboard("m");
  await waitFor(() => expect(map()).toBeNull());
});

test("in a narrow window a row keeps Scope and the menu only", async () => {
  setWindowWidth(1024);
  renderApp(scene);
  const row = within(await rowOf("web-front"));
  expect(row.getByRole("button", { name: "Open in Scope: web-front" })).toBeTruthy();
  expect(row.queryByRole("button", { name: "Stop web-front" })).toBeNull();
});

test("Stop offers to be undone, and Undo starts it again", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  await user.click(within(await rowOf("web-front")).getByRole("button", { name: "Stop web-front" }));
  expect(await screen.findByText("Stopped web-front")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(async () => expect(within(await rowOf("web-front")).getByText("Running")).toBeTruthy());
});

test("what an engine cannot start again offers no undo", async () => {
  const user = userEvent.setup();
  const capabilities = {
    ...docker.capabilities,
    actions: { ...docker.capabilities.actions, start: { can: false, reason: "Not here." } as const },
  };
  renderApp({ ...scene, engines: [{ ...docker, capabilities }, microvm] });
  await user.click(within(await rowOf("web-front")).getByRole("button", { name: "Stop web-front" }));
  await waitFor(async () => expect(within(await rowOf("web-front")).getByText("Exited (137)")).toBeTruthy());
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("the bar over selected rows counts those that an action can be done to, and says why not the others", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  for (const name of ["web-front", "api-orders", "batch-0412"]) {
    await user.click(within(await rowOf(name)).getByRole("checkbox"));
  }
  const bar = within(screen.getByRole("toolbar", { name: "3 selected" }));
  const stop = bar.getByRole("button", { name: "Stop 2" });
  expect(stop.title).toContain("It is not running.");
  expect(bar.getByRole("button", { name: "Start 1" })).toBeTruthy();
  await user.click(stop);
  expect(await screen.findByText("Stopped 2 containers")).toBeTruthy();
  await waitFor(() => expect(bar.getByRole("button", { name: "Start 3" })).toBeTruthy());
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(bar.getByRole("button", { name: "Stop 2" })).toBeTruthy());
});

test("a failed action stays on its row and above the list until it is dismissed", async () => {
  const user = userEvent.setup();
  const fixture = renderApp(scene);
  Object.assign(fixture.handlers, {
    "containers.control": async () => {
      throw new IsoscopeFailure({ code: "conflict", message: "It is stopping already." });
    },
  });
  await user.click(within(await rowOf("web-front")).getByRole("button", { name: "Stop web-front" }));
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(within(await rowOf("web-front")).getByText(/Stop failed on web-front/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  await waitFor(async () =>
    expect(within(await rowOf("web-front")).queryByText(/Stop failed on web-front/)).toBeNull(),
  );
});

test("the row menu opens everything, and what cannot be done says why", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  await user.click(
    within(await rowOf("batch-0412")).getByRole("button", { name: "More actions: batch-0412" }),
  );
  const menu = within(await screen.findByRole("menu", { name: "Actions for batch-0412" }));
  const items = menu.getAllByRole("menuitem").map((item) => item.textContent);
  expect(
    items.map((text) => text?.replace(/(Enter|Alt\+Enter|Del|It is not running\.|The host.*)$/, "")),
  ).toEqual([
    "Open details",
    "Open in Scope",
    "Console",
    "Logs",
    "Start",
    "Restart",
    "Pause",
    "Kill",
    "Copy name",
    "Copy id",
    "Copy PID",
    "Remove",
  ]);
  expect(menu.getByRole("menuitem", { name: /^Console/ }).getAttribute("aria-disabled")).toBe("true");
  await user.click(menu.getByRole("menuitem", { name: /^Start/ }));
  await waitFor(async () => expect(within(await rowOf("batch-0412")).getByText("Running")).toBeTruthy());
});

test("a tile of the kernel map shows its row, also one that the filter hides", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  await user.type(await screen.findByRole("searchbox", { name: "Filter containers" }), "redis");
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("2"));
  const map = within(screen.getByRole("region", { name: "Kernel map of lab-deb12" }));
  await user.click(map.getByRole("button", { name: /web-front/ }));
  await waitFor(async () => expect((await rowOf("web-front")).getAttribute("aria-selected")).toBe("true"));
});

test("the kernel map is one tab stop with arrow keys inside", async () => {
  const user = userEvent.setup();
  renderApp(scene);
  const map = await screen.findByRole("region", { name: "Kernel map of lab-deb12" });
  const tiles = within(map).getAllByRole("button");
  tiles[0]?.focus();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(tiles[2]);
  expect(tiles.filter((tile) => tile.tabIndex === 0)).toEqual([tiles[2]]);
  await user.keyboard("{End}");
  expect(document.activeElement).toBe(tiles.at(-1));
});
