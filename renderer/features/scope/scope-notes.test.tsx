import { act, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { hostProcess } from "../../../electron/contract/fixtures/rows.ts";
import type { Scope } from "../../../electron/contract/scope.ts";
import { FakeTimer } from "../../engine/fake-timer.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { LINGER_MS } from "./exited.ts";
import { restriction } from "./restriction.ts";
import { useExited } from "./use-exited.ts";

afterEach(reset);

const [full] = scene.scopes as [Scope];

test("a process that ended stays 3 s as a row, then goes", () => {
  const timer = new FakeTimer(1_000);
  const panes = { current: document.createElement("div") };
  const { result, rerender } = renderHook(({ scope }) => useExited(scope, panes, timer), {
    initialProps: { scope: full },
  });
  rerender({ scope: { ...full, inside: full.inside.filter(({ pid }) => pid !== 9) } });
  expect(result.current.inside.map(({ row }) => row.pid)).toEqual([9]);
  act(() => timer.advance(LINGER_MS - 1));
  expect(result.current.inside).toHaveLength(1);
  act(() => timer.advance(1));
  expect(result.current.inside).toEqual([]);
});

test("while its row has the focus it does not go", () => {
  const timer = new FakeTimer(1_000);
  const panes = { current: document.createElement("div") };
  document.body.append(panes.current);
  panes.current.innerHTML = '<div class="process-row exited" tabindex="0"></div>';
  const { result, rerender } = renderHook(({ scope }) => useExited(scope, panes, timer), {
    initialProps: { scope: full },
  });
  panes.current.querySelector("div")?.focus();
  rerender({ scope: { ...full, inside: [] } });
  act(() => timer.advance(2 * LINGER_MS));
  expect(result.current.inside).toHaveLength(3);
  panes.current.querySelector("div")?.blur();
  act(() => timer.advance(500));
  expect(result.current.inside).toEqual([]);
  panes.current.remove();
});

test("a host whose rows may not be read says so above the pane", async () => {
  const processes = scene.processes.map((row, index) =>
    index === 0 ? { ...row, unreadable: "This user is not permitted to read it." } : row,
  );
  renderApp({ ...scene, processes, host: { ...scene.host, elevated: false } }, "#/scope/docker/ping-shared");
  expect(
    await screen.findByText(
      /^1 of \d+ processes could not be read in full: .* Start Isoscope as root to see all\.$/,
    ),
  ).toBeTruthy();
});

test("where rights are not told, a few closed processes are no restriction", () => {
  const rows = (closed: number) =>
    Array.from({ length: 20 }, (_, pid) => hostProcess({ pid, unreadable: pid < closed ? "no" : null }));
  expect([restriction(null, rows(2)), restriction(null, rows(3)), restriction(true, rows(9))]).toEqual([
    0, 3, 0,
  ]);
  expect(restriction(false, rows(1))).toBe(1);
});

test("a container its engine has lost is offered as another engine tells it", async () => {
  const user = userEvent.setup();
  const [shared] = scene.containers;
  if (!shared) throw new Error("the scene has containers");
  const twin = { ...shared, key: "microvm/ping-shared", engine: "microvm", name: "as-told-elsewhere" };
  renderApp({ ...scene, containers: [twin] }, "#/scope/docker/ping-shared");
  await user.click(await screen.findByRole("button", { name: "Open it as QEMU micro-VM sees it" }));
  expect(await screen.findByRole("heading", { level: 1, name: "as-told-elsewhere" })).toBeTruthy();
});
