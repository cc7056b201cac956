import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { busyHost } from "../../../e2e/fixtures/busy-host.ts";
import { restricted, scene } from "../../../e2e/fixtures/scenarios.ts";
import { windowsScene } from "../../../e2e/fixtures/windows-scene.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

const HOST = "#/host";
const grid = (role: "grid" | "treegrid" = "grid") =>
  screen.findByRole(role, { name: "Processes of the host" });
const bar = () => document.querySelector(".owner-text")?.textContent;

async function rowOf(pid: number, role: "grid" | "treegrid" = "grid"): Promise<HTMLElement> {
  const list = await grid(role);
  const row = await waitFor(() => {
    const found = list.querySelector<HTMLElement>(`[data-key^="${pid}:"]`);
    if (!found) throw new Error(`no row of ${pid}`);
    return found;
  });
  return row;
}

async function find(text: string): Promise<void> {
  await userEvent.type(await screen.findByRole("searchbox", { name: "Filter processes" }), text);
}

test("shows the columns of ps and whose each process is", async () => {
  renderApp(scene, `${HOST}?find=ping`);
  const heads = within(await grid()).getAllByRole("columnheader");
  expect(heads.map((head) => head.textContent)).toEqual([
    "PID",
    "PPID",
    "USER",
    "%CPU",
    "RSS",
    "COMMAND",
    "Belongs to",
  ]);
  const main = within(await rowOf(48213));
  expect(main.getByRole("button", { name: "Command of ping-shared" })).toBeTruthy();
  expect(within(await rowOf(48391)).getByRole("button", { name: "Worker of ping-micro" })).toBeTruthy();
  expect(within(await rowOf(48166)).getByRole("button", { name: "Shim of ping-shared" })).toBeTruthy();
});

test("finding a worker says which container it wraps and how that is known; the button leads to Scope", async () => {
  renderApp(scene, HOST);
  await find("48391");
  await waitFor(() =>
    expect(bar()).toBe(
      "qemu-system-x86_64, PID 48391, wraps micro-VM ping-micro.QEMU micro-VM started it for this VM.",
    ),
  );
  await userEvent.click(screen.getByRole("button", { name: "Open in Scope" }));
  expect(window.location.hash).toBe("#/scope/microvm/ping-micro");
});

test("a process that is nobody's says so; Enter on one that is somebody's opens it in Scope at its number", async () => {
  renderApp(scene, `${HOST}?find=ping`);
  (await rowOf(48213)).focus();
  await waitFor(() => expect(bar()).toContain("ping, PID 48213, is the command of ping-shared."));
  await userEvent.keyboard("{Enter}");
  expect(window.location.hash).toBe("#/scope/docker/ping-shared?find=48213");
  reset();
  renderApp(scene, `${HOST}?find=dockerd`);
  (await rowOf(640)).focus();
  await waitFor(() => expect(bar()).toContain("dockerd, PID 640, belongs to no container"));
  await userEvent.keyboard("{Enter}");
  expect(window.location.hash).toBe(`${HOST}?find=dockerd`);
});

test("Windows: Get-Process with owners; a worker of no known container says why", async () => {
  const why = "1 vmwp process, none readable: start Isoscope elevated.";
  renderApp(
    {
      ...windowsScene,
      owners: [],
      containers: windowsScene.containers.map((one) =>
        one.isolation === "hyperv" ? { ...one, footprint: { kind: "unknown", why } } : one,
      ),
    },
    HOST,
  );
  const heads = within(await grid()).getAllByRole("columnheader");
  expect(heads.map((head) => head.textContent).join(" ")).toBe(
    "Handles NPM(K) PM(K) WS(K) VM(M) CPU(s) Id SI ProcessName Belongs to",
  );
  await find("vmwp");
  await waitFor(() => expect(bar()).toContain(why));
});

test("without all rights the note counts what cannot be read", async () => {
  renderApp(restricted, HOST);
  expect(await screen.findByText(/of 54 processes cannot be read in full/)).toBeTruthy();
});

test("narrowed to one container by the address, and widened again", async () => {
  renderApp(scene, `${HOST}?container=docker%2Fping-shared`);
  await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("5"));
  await userEvent.click(screen.getByRole("button", { name: "Show all processes" }));
  await waitFor(async () =>
    expect((await grid()).getAttribute("aria-rowcount")).toBe(String(scene.processes.length + 1)),
  );
  expect(window.location.hash).toBe(HOST);
});

test("the tree by keyboard: Left folds and goes up, Right unfolds and goes down", async () => {
  const user = userEvent.setup();
  renderApp(scene, `${HOST}?container=docker%2Fping-shared`);
  await user.click(await screen.findByRole("radio", { name: "Tree" }));
  const shell = await rowOf(48190, "treegrid");
  expect(shell.getAttribute("aria-level")).toBe("3");
  shell.focus();
  await user.keyboard("{ArrowLeft}");
  await waitFor(() => expect(shell.getAttribute("aria-expanded")).toBe("false"));
  expect(document.querySelector('[data-key^="48213:"]')).toBeNull();
  await user.keyboard("{ArrowRight}{ArrowRight}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-key")).toBe("48213:48213"));
  await user.keyboard("{ArrowLeft}");
  await waitFor(() => expect(document.activeElement).toBe(shell));
});

test("10,000 rows: all counted, few mounted, the focused one always", async () => {
  const user = userEvent.setup();
  const busy = busyHost(10_000);
  const fixture = renderApp(busy.scenario, HOST);
  const list = await grid();
  await waitFor(() => expect(list.getAttribute("aria-rowcount")).toBe("10001"));
  (await rowOf(1)).focus();
  await user.keyboard("{End}");
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-rowindex")).toBe("10001"));
  expect(within(list).getAllByRole("row").length).toBeLessThan(60);
  const focused = document.activeElement?.getAttribute("data-key");
  const { upsert, remove } = busy.next();
  fixture.changeProcesses(
    upsert,
    remove.filter(({ pid, start }) => `${pid}:${start}` !== focused),
  );
  await waitFor(() => expect(list.textContent).toContain("10000"));
  expect(document.activeElement?.getAttribute("data-key")).toBe(focused);
  expect(
    within(list)
      .getAllByRole("row")
      .filter((row) => row.tabIndex === 0),
  ).toHaveLength(1);
});
