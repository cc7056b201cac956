import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { scene } from "../../../../e2e/fixtures/scenarios.ts";
import { windowsLab } from "../../../../e2e/fixtures/windows-lab.ts";
import { openLaunch } from "../../../testing/open-launch.ts";
import { renderApp, reset } from "../../../testing/render-app.tsx";

afterEach(reset);

type Opened = Awaited<ReturnType<typeof openLaunch>>;

async function add({ user, dialog }: Opened, kind: string) {
  await user.click(dialog.getByRole("button", { name: "Add a hole" }));
  await user.click(await screen.findByRole("menuitem", { name: kind }));
}
const rows = ({ dialog }: Opened) =>
  within(dialog.getByRole("list", { name: "Holes" })).getAllByRole("listitem");
const line = ({ dialog }: Opened) => dialog.getByText(/^docker run/).textContent;

test("a hole that is added has the focus in its first field, its number in the list and the picture, and its flag in the line", async () => {
  renderApp(scene);
  const open = await openLaunch();
  await add(open, "Folder");
  const source = await open.dialog.findByRole("textbox", { name: "Folder on the host" });
  await waitFor(() => expect(document.activeElement).toBe(source));
  await open.user.keyboard("/srv/data");
  expect(rows(open)[0]?.textContent).toContain(
    "1Folder, read-only/srv/data → /srv/data Host files can be readLow",
  );
  expect(open.dialog.getByRole("img", { name: /^Shared kernel, 1 hole\. 1: \/srv\/data/ })).toBeTruthy();
  expect(line(open)).toContain("-v /srv/data:/srv/data:ro");
  await open.user.click(open.dialog.getByRole("switch", { name: "Read-only" }));
  expect(rows(open)[0]?.textContent).toContain("Folder, writable");
  expect(rows(open)[0]?.textContent).toContain("Medium");
  expect(
    open.dialog.getByText("Closed: sockets, ports, devices, shared network namespace, process IDs"),
  ).toBeTruthy();
});

test("the worst hole speaks, and one button closes it", async () => {
  renderApp(scene);
  const open = await openLaunch();
  await add(open, "Port");
  await open.user.type(open.dialog.getByRole("textbox", { name: "Port in the container" }), "80");
  await add(open, "Unix socket");
  await open.user.type(
    open.dialog.getByRole("textbox", { name: "Unix socket on the host" }),
    "/run/docker.sock",
  );
  expect(open.dialog.getByText("Shared kernel, but the engine socket undoes it")).toBeTruthy();
  await open.user.click(open.dialog.getByRole("button", { name: "Remove socket" }));
  expect(open.dialog.getByText("Shared kernel, 1 hole")).toBeTruthy();
  await open.user.click(open.dialog.getByRole("button", { name: "Listen on this host only" }));
  expect(line(open)).toContain("-p 127.0.0.1::80");
  expect(open.dialog.queryByRole("button", { name: "Listen on this host only" })).toBeNull();
});

test("removing rows moves the focus to the next one, at last to Add", async () => {
  renderApp(scene);
  const open = await openLaunch();
  await add(open, "Device");
  await open.user.keyboard("/dev/ttyS0");
  await add(open, "Network");
  await open.user.click(open.dialog.getByRole("button", { name: "Remove Device /dev/ttyS0" }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Network"));
  await open.user.click(open.dialog.getByRole("button", { name: /^Remove Network/ }));
  await waitFor(() =>
    expect(document.activeElement).toBe(open.dialog.getByRole("button", { name: "Add a hole" })),
  );
});

test("what is wrong stands at its field, nothing is sent, and Enter tries again", async () => {
  renderApp(scene);
  const open = await openLaunch();
  await add(open, "Folder");
  await open.user.keyboard("data{Enter}");
  expect(await open.dialog.findByText("Give a whole path.")).toBeTruthy();
  expect(open.dialog.queryByRole("progressbar")).toBeNull();
  await open.user.clear(open.dialog.getByRole("textbox", { name: "Folder on the host" }));
  await open.user.type(open.dialog.getByRole("textbox", { name: "Folder on the host" }), "/srv{Enter}");
  expect(await open.dialog.findByText("Starting the command")).toBeTruthy();
});

test("what the host refuses stands at the hole it names, also once another is gone, and only until it is changed", async () => {
  renderApp(scene);
  const open = await openLaunch();
  await add(open, "Network");
  await open.user.type(open.dialog.getByRole("textbox", { name: "Network" }), "web");
  await add(open, "Folder");
  await open.user.keyboard("/missing{Enter}");
  const field = open.dialog.getByRole("textbox", { name: "Folder on the host" });
  expect(await open.dialog.findByText("/missing does not exist.")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field));
  await open.user.click(open.dialog.getByRole("button", { name: /^Remove Network/ }));
  expect(open.dialog.getByText("/missing does not exist.")).toBeTruthy();
  await open.user.type(field, "/other");
  expect(open.dialog.queryByText("/missing does not exist.")).toBeNull();
});

test("Windows: what the mode cannot open is said at once, what nothing can open is listed", async () => {
  renderApp(windowsLab);
  const open = await openLaunch();
  await open.user.click(open.dialog.getByRole("radio", { name: /^Hyper-V/ }));
  await add(open, "Device");
  expect(open.dialog.getByText(/Cannot be opened here\. Windows gives host devices only/)).toBeTruthy();
  await open.user.click(open.dialog.getByRole("radio", { name: /^Process/ }));
  expect(open.dialog.queryByText(/Cannot be opened here/)).toBeNull();
  await open.user.click(open.dialog.getByRole("button", { name: "Add a hole" }));
  const memory = await screen.findByRole("menuitem", { name: "Shared memory" });
  expect(memory.getAttribute("aria-disabled")).toBe("true");
  expect(open.dialog.getByText(/Windows shares no memory/)).toBeTruthy();
});

test("what else comes with a hole is said at its row", async () => {
  const [first, ...others] = scene.engines;
  if (!first) throw new Error("the scene has no engine");
  const { holes } = first.capabilities;
  const port = { can: true, note: "It opens more." } as const;
  const capabilities = { ...first.capabilities, holes: { ...holes, process: { ...holes.process, port } } };
  renderApp({ ...scene, engines: [{ ...first, capabilities }, ...others] });
  const open = await openLaunch();
  await add(open, "Folder");
  expect(open.dialog.queryByText("It opens more.")).toBeNull();
  await add(open, "Port");
  expect(open.dialog.getByText("It opens more.")).toBeTruthy();
});
