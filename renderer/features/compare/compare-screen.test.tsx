import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { finishedComparison } from "../../../e2e/fixtures/compare-rows.ts";
import { builtInReplay } from "../../../e2e/fixtures/fixture-session.ts";
import { compared, compareFailed, comparing, scene, unreachable } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { resetCompareForm } from "../../ui-state/compare-form.ts";

afterEach(() => {
  reset();
  resetCompareForm();
});

const HASH = "#/compare";

async function cells(measure: string): Promise<readonly (string | null)[]> {
  const head = await screen.findByRole("rowheader", { name: measure });
  const row = head.closest("tr");
  if (!row) throw new Error(`${measure} is in no row`);
  return within(row)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent.trim());
}

test("before the first comparison it says what is measured and that nothing is left behind", async () => {
  renderApp(scene, HASH);
  expect(await screen.findByText("Nothing compared yet")).toBeTruthy();
  expect(screen.getByText(/nothing is left behind/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Run" })).toBeTruthy();
  expect(screen.queryByRole("table", { name: "Compare" })).toBeNull();
});

test("a finished comparison says in one sentence what it cost and what it bought", async () => {
  renderApp(compared, HASH);
  expect(await screen.findByText("Micro-VM isolation took 3.24 s longer and 120 MB more.")).toBeTruthy();
  expect(screen.getByText(/In return the host sees one worker process instead of 3/)).toBeTruthy();
  expect(await cells("Time to first process")).toEqual([
    "0.93 s 0.90 s to 0.96 s, 5 runs",
    "4.17 s 4.14 s to 4.20 s, 5 runs",
    "+3.24 s",
  ]);
  expect((await cells("Kernel release"))[2]).toBe("Shared / own");
  expect(await cells("pgrep -x ping")).toEqual(["48213 ping", "not found", "Visible / hidden"]);
  expect(screen.getByText(/Finished \d\d:\d\d:\d\d/)).toBeTruthy();
  expect(screen.getByText("All test containers removed")).toBeTruthy();
});

test("a lane is a picture with all it shows in words", async () => {
  renderApp(compared, HASH);
  const lane = await screen.findByRole("img", { name: /^Micro-VM\./ });
  expect(lane.getAttribute("aria-label")).toContain("Boot micro-VM 3.32 s");
  expect(lane.getAttribute("aria-label")).toContain("First process 4.17 s");
  expect(lane.getAttribute("aria-label")).toContain("ping never appears");
});

test("while one runs the button stops it, and the lane shows the phase under way", async () => {
  const user = userEvent.setup();
  renderApp(comparing, HASH);
  expect(await screen.findByText("Run 2 of 5, micro-VM: booting the micro-VM.")).toBeTruthy();
  expect(screen.getByRole("img", { name: /Boot micro-VM under way/ })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(await screen.findByRole("button", { name: "Run again" })).toBeTruthy();
  expect(screen.getByText(/Stopped \d\d:\d\d:\d\d/)).toBeTruthy();
});

test("a failed lane keeps its phases and ends in the reason; what it would have shown is unknown", async () => {
  const user = userEvent.setup();
  renderApp(compareFailed, HASH);
  expect(await screen.findByText("There is nothing to compare: micro-VM failed.")).toBeTruthy();
  expect(screen.getByRole("img", { name: /Boot micro-VM 3\.03 s/ })).toBeTruthy();
  expect(screen.getByText("The command could not be started.")).toBeTruthy();
  expect((await cells("Memory cost on the host"))[1]).toBe("– Not measured");
  expect((await cells("Time to first process"))[2]).toBe("–");
  await user.click(screen.getByText("Details"));
  expect(screen.getByText(/Out of memory/)).toBeTruthy();
});

test("Enter in the form runs what it says; what cannot be split is said at the field", async () => {
  const user = userEvent.setup();
  renderApp(scene, HASH);
  const command = await screen.findByRole("textbox", { name: "Command" });
  await user.clear(command);
  await user.type(command, "sh -c 'ping{Enter}");
  expect(await screen.findByText("The single quote is not closed.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  await user.type(command, "'");
  await user.selectOptions(screen.getByRole("combobox", { name: "Runs" }), "10");
  await user.type(command, "{Enter}");
  expect(await screen.findByRole("button", { name: "Stop" })).toBeTruthy();
  expect(screen.getByText(/10 runs each/)).toBeTruthy();
});

test("without an engine for one of the isolations nothing can be run, and it says which", async () => {
  renderApp(unreachable, HASH);
  expect(
    await screen.findByText("Nothing can be compared: shared kernel cannot be launched now."),
  ).toBeTruthy();
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Run" }).getAttribute("aria-disabled")).toBe("true"),
  );
  expect(screen.getAllByText(/Start the Docker service/).length).toBeGreaterThan(0);
});

test("kept containers can be opened in Scope and removed from here while they are there", async () => {
  const user = userEvent.setup();
  const kept = [{ key: "docker/ping-shared", isolation: "process" as const, name: "ping-shared" }];
  renderApp({ ...scene, comparisons: [{ ...finishedComparison, kept }] }, HASH);
  expect(await screen.findByText("Kept: ping-shared")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Open both in Scope" }));
  expect(window.location.hash).toContain("scope/docker/ping-shared");
});

test("what could not be removed is named with why", async () => {
  const left = [{ name: "cmp-p-01", error: { code: "timeout" as const, op: "remove", ms: 5 } }];
  renderApp({ ...scene, comparisons: [{ ...finishedComparison, left }] }, HASH);
  expect(await screen.findAllByText("cmp-p-01 could not be removed.")).toHaveLength(2);
});

test("in a recording nothing can be compared, and it says so before anybody tries", async () => {
  renderApp({ ...scene, session: builtInReplay }, HASH);
  expect(await screen.findByText("Nothing can be compared in a recording.")).toBeTruthy();
  expect(screen.getByText(/Close the recording to run one/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Run" }).getAttribute("aria-disabled")).toBe("true");
});
