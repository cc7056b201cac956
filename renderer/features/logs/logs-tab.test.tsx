import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

const open = async () => {
  renderApp(scene, "#/containers/docker/api-orders?tab=logs");
  const log = await screen.findByRole("log", { name: "Log of api-orders" });
  await within(log).findByText("retry 1 of 3 for order 4163");
  return log;
};

it("shows the newest lines, marks standard error in words, and says what was left out", async () => {
  const log = await open();
  expect(within(log).getAllByText("err").length).toBe(2);
  within(log).getByText(/^1,204 lines left out here/);
  expect(within(log).getByText("error").className).toContain("ansi-1");
});

it("finds lines, counts them and steps from the newest up", async () => {
  const log = await open();
  const field = screen.getByRole("searchbox", { name: "Find in the log" });
  fireEvent.change(field, { target: { value: "order 4163" } });
  await screen.findByRole("status", { name: "2 matches" });
  fireEvent.keyDown(field, { key: "Enter" });
  await screen.findByRole("status", { name: "Match 2 of 2" });
  fireEvent.keyDown(field, { key: "Enter", shiftKey: true });
  await screen.findByRole("status", { name: "Match 1 of 2" });
  expect(log.querySelectorAll("mark").length).toBeGreaterThan(0);
  fireEvent.keyDown(field, { key: "Escape" });
  await waitFor(() => expect(log.querySelectorAll("mark")).toHaveLength(0));
});

it("shows times and wraps when asked, and keeps that", async () => {
  const log = await open();
  expect(log.querySelector("time")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Times" }));
  await waitFor(() => expect(log.querySelector("time")).not.toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Wrap" }));
  expect(log.className).toContain("log-wrap");
  expect(screen.getByRole("button", { name: "Wrap", pressed: true })).toBeTruthy();
});
