import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { windowsScene } from "../../../e2e/fixtures/windows-scene.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

const PROCESS = "#/scope/docker/ping-process";
const HYPERV = "#/scope/docker/ping-hyperv";
const result = () => document.querySelector(".find-result");
const find = async (word: string) =>
  userEvent.type(await screen.findByRole("searchbox", { name: "Find a process by name or PID" }), word);
const cells = (row: HTMLElement | null | undefined) =>
  within(row ?? document.body)
    .getAllByRole("gridcell")
    .map((cell) => [...cell.childNodes].filter((node) => !(node instanceof HTMLElement && node.hidden)))
    .map((nodes) => nodes.map((node) => node.textContent).join(""));

async function hostRow(name: string) {
  const host = await screen.findByRole("grid", { name: "On the host" });
  return (await within(host).findByText(name, { exact: true })).closest<HTMLElement>('[role="row"]');
}

test("process isolation: Microsoft's row of ping, equal PIDs, one kernel", async () => {
  renderApp(windowsScene, PROCESS);
  await find("ping");
  await waitFor(() =>
    expect(result()?.textContent).toContain("Same process: PID 3964 inside = PID 3964 on host"),
  );
  expect(cells(await hostRow("PING"))).toEqual("67 5 820 3836 2097171 0.03 3964 3 PING".split(" "));
  expect(screen.getByText("Get-Process")).toBeTruthy();
  expect(screen.getByText("one shared kernel")).toBeTruthy();
});

test("Hyper-V isolation: only vmwp, with how it is known, and vmmem under it", async () => {
  renderApp(
    { ...windowsScene, processes: windowsScene.processes.filter(({ name }) => name !== "PING") },
    HYPERV,
  );
  await find("ping");
  const evidence = "runs as NT VIRTUAL MACHINE\\5EED0000-0000-4000-8000-000000000002";
  await waitFor(() =>
    expect(result()?.textContent).toBe(
      `Cannot find a process with the name "ping" on the host. What the host sees instead: vmwp, Id 2376vmwp ${evidence}`,
    ),
  );
  expect(cells(await hostRow("vmwp"))).toEqual("1737 15 39452 19620 2097171 5.55 2376 0 vmwp".split(" "));
  expect((await hostRow("vmmem"))?.nextElementSibling?.textContent).toContain("Opaque to the host");
  expect(screen.getByText(`vmwp 2376 ${evidence}`)).toBeTruthy();
  expect(screen.getByText("two kernels")).toBeTruthy();
});

test("a worker that is not known says why", async () => {
  const why = "2 vmwp processes, none readable: start Isoscope elevated.";
  const [shared, own] = windowsScene.scopes;
  if (!shared || !own) throw new Error("the scene has two scopes");
  const scene = {
    ...windowsScene,
    containers: windowsScene.containers.map((one) => ({
      ...one,
      footprint: { kind: "unknown" as const, why },
    })),
    scopes: [shared, { ...own, worker: null, related: [] }],
  };
  renderApp(scene, HYPERV);
  expect(await screen.findByText(`The worker process of this VM is not known. ${why}`)).toBeTruthy();
});
