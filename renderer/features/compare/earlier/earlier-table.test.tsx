import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { compared, comparedBefore, scene } from "../../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../../testing/render-app.tsx";
import { resetCompareForm } from "../../../ui-state/compare-form.ts";

afterEach(() => {
  reset();
  resetCompareForm();
});

const HASH = "#/compare";

async function rows(): Promise<readonly HTMLElement[]> {
  const table = await screen.findByRole("table", { name: "Earlier on this host" });
  return within(table).getAllByRole("row").slice(2);
}

const textOf = (row: HTMLElement | undefined) => row?.textContent ?? "";

test("the newest comes first, and only like is set against what is shown", async () => {
  renderApp(compared, HASH);
  const [shown, alike, , other] = await rows();
  expect(textOf(shown)).toContain("Shown above");

  expect(textOf(alike)).toContain("+0.06 s");
  expect(textOf(other)).toContain("Another command");
  expect(textOf(other)).not.toMatch(/[+−]\d/);
});

test("a row tells the median, the middle half and, on asking, the whole range", async () => {
  renderApp(compared, HASH);
  const [shown] = await rows();
  const cell = within(shown ?? document.body).getByTitle(
    /Median 0\.93 s, middle half .* \(IQR .*range 0\.90 s to 0\.96 s, 5 runs/,
  );
  expect(cell.textContent).toContain("0.93 s");
  expect(cell.textContent).toContain("0.91 s to 0.95 s");
});

test("one is opened again as it was, said to be old, and closed", async () => {
  const user = userEvent.setup();
  renderApp(comparedBefore, HASH);
  expect(await screen.findByText("Nothing compared yet")).toBeTruthy();
  await user.click(
    (await screen.findAllByRole("button", { name: /^Open the comparison of/ }))[1] ?? document.body,
  );
  expect(await screen.findByText(/This is the comparison of/)).toBeTruthy();
  expect(screen.getByRole("rowheader", { name: "Time to first process" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Close it" }));
  expect(await screen.findByText("Nothing compared yet")).toBeTruthy();
});

test("removing asks first; Escape keeps it and gives the focus back", async () => {
  const user = userEvent.setup();
  renderApp(compared, HASH);
  const before = (await rows()).length;
  const remove = () =>
    screen.getAllByRole("button", { name: /^Remove the comparison of/ })[1] ?? document.body;
  await user.click(remove());
  expect(document.activeElement?.textContent).toBe("Keep");
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(remove());
  await user.click(remove());
  await user.click(screen.getByRole("button", { name: "Remove for good" }));
  await waitFor(async () => expect((await rows()).length).toBe(before - 1));
});

test("Microsoft's figures stand apart, said to be old and of another measure", async () => {
  const user = userEvent.setup();
  renderApp(scene, HASH);
  await user.click(await screen.findByText(/Microsoft's figures of 2016 and 1709, not measured here/));
  expect(screen.getByText(/must not be set against the figures above/)).toBeTruthy();
  const table = screen.getByRole("table", { name: "Microsoft's figures of 2016 and 1709" });
  expect(within(table).getAllByRole("row")[2]?.textContent).toBe(
    "Nano Server170930 MB110 MB and 1 GB page file",
  );
  expect(screen.queryByRole("table", { name: "Earlier on this host" })).toBeNull();
});

test("how it was measured says all of the method", async () => {
  const user = userEvent.setup();
  renderApp(compared, HASH);
  await user.click(await screen.findByText("How this was measured"));
  for (const term of ["Warm", "Order", "Time", "Settling", "Memory", "Clean-up", "Figures"]) {
    expect(screen.getAllByText(term).length).toBeGreaterThan(0);
  }
  expect(screen.getByText(/unique set \(USS\).*\(PSS\)/)).toBeTruthy();
});
