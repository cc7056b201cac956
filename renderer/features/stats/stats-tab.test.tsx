import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

/** happy-dom has no canvas: what is drawn is looked at in the pictures, what is said is looked at here. */
vi.mock("uplot", () => ({
  default: class {
    setData() {}
    setSize() {}
    destroy() {}
  },
}));

beforeEach(reset);

const statsOf = (key: string) => renderApp(scene, `#/containers/${key}?tab=stats`);
const row = async (name: string) => within(await screen.findByRole("row", { name: new RegExp(`^${name} `) }));
const cells = async (name: string) =>
  (await row(name)).getAllByRole("cell").map(({ textContent }) => textContent);

test("every figure is text: now, least, most, and since the start", async () => {
  statsOf("docker/ping-shared");
  const [now, least, most, total] = await cells("Memory");
  for (const figure of [now, least, most]) expect(figure).toMatch(/^4\.\d MB$/);
  expect(Number.parseFloat(least ?? "")).toBeLessThanOrEqual(Number.parseFloat(now ?? ""));
  expect(Number.parseFloat(now ?? "")).toBeLessThanOrEqual(Number.parseFloat(most ?? ""));
  expect(total).toBe("");
  expect((await cells("CPU")).at(-1)).toBe("0.7 s CPU time");
  for (const name of ["Received", "Sent", "Read", "Written"]) expect((await cells(name))[0]).toMatch(/B\/s$/);
  expect(screen.getByText(/^A gap in a line/)).toBeDefined();
});

test("what a VM does not have is missing with its reason, never 0", async () => {
  statsOf("microvm/ping-micro");
  expect(await cells("Received")).toEqual(["–", "–", "–", "–"]);
  const network = screen.getByRole("region", { name: "Network" });
  expect(network.textContent).toContain("A micro-VM has no network card.");
  expect(within(network).queryByRole("img")).toBeNull();
});

test("the time shown can be switched, by key too", async () => {
  statsOf("docker/ping-shared");
  await screen.findByRole("img", { name: "CPU, Last 2 minutes" });
  screen.getByRole("radio", { name: "Last 2 minutes" }).focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(await screen.findByRole("img", { name: "CPU, Since start" })).toBeDefined();
  expect(screen.getByText(/^Read for 2 min so far/)).toBeDefined();
});

test("a container that does not run has nothing to measure", async () => {
  statsOf("docker/batch-0412");
  await waitFor(() =>
    expect(screen.getByText("batch-0412 is exited: there is nothing to measure.")).toBeDefined(),
  );
});
