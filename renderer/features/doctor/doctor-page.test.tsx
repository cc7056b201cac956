import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scenarios } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

beforeEach(reset);
afterEach(() => vi.unstubAllGlobals());

function open(name: string, hash = "#/settings/doctor") {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario ${name}`);
  return renderApp(scenario, hash);
}

const card = (name: string) => screen.findByRole("article", { name });

test("a host on which all is well says so in a line, with what is fine folded away", async () => {
  open("doctorFine");
  const [summary] = await screen.findAllByText(/^\d+ fine$/);
  expect(summary?.tagName).toBe("B");
  expect(screen.queryByRole("article")).toBeNull();
  const docker = screen.getByRole("region", { name: "Docker" });
  expect(docker.querySelector("details")?.open).toBe(false);
  expect(docker.textContent).toContain("Docker engine, Age of the Docker engine");
});

test("what is wrong comes first, says why and what to do, and its command can be copied", async () => {
  const written: string[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => void written.push(text) } });
  open("doctorTroubled");
  const right = await card("Right to use Docker");
  expect(right.textContent).toContain("ana is not in the group docker.");
  expect(right.textContent).toContain("It needs root, and Isoscope runs as ana");
  within(right)
    .getByRole("button", { name: /^Copy the command/ })
    .click();
  await waitFor(() => expect(written).toEqual(["sudo usermod -aG docker ana"]));
  expect(within(right).queryByRole("button", { name: "Add ana to the group docker" })).toBeNull();
  expect(screen.getByText(/problems?, .* warnings?, .* fine$/)).toBeDefined();
});

test("the report holds every finding", async () => {
  const written: string[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: async (text: string) => void written.push(text) } });
  open("doctorTroubled");
  (await screen.findByRole("button", { name: "Copy report" })).click();
  await screen.findByRole("button", { name: "Copied" });
  expect(written[0]).toContain("# Isoscope 0.1.0 on lab-deb12");
  expect(written[0]).toContain("## Problem: Right to use Docker (docker.group)");
  expect(written[0]).toContain("`sudo usermod -aG docker ana`");
  expect(written[0]).toContain("## Fine: QEMU (microvm.qemu)");
});

test("a fix is run only after its exact command was agreed to", async () => {
  open("doctorDown");
  const socket = await card("Docker socket");
  await userEvent.click(within(socket).getByRole("button", { name: "Start the Docker daemon" }));
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("systemctl start docker");
  expect(dialog.textContent).toContain("Starts the Docker daemon until the next boot.");
  expect(dialog.textContent).toContain("It needs root, as which Isoscope runs.");
  expect(document.activeElement?.textContent).toBe("Cancel");
  await userEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(socket.textContent).not.toContain("running");

  await userEvent.click(within(socket).getByRole("button", { name: "Start the Docker daemon" }));
  const again = await screen.findByRole("alertdialog");
  await userEvent.click(within(again).getByRole("button", { name: "Run this command" }));
  await waitFor(() => expect(socket.textContent).toContain("Start the Docker daemon: running"));
  expect(within(socket).getByRole("region", { name: "Output" }).textContent).toContain(
    "> systemctl start docker",
  );
  expect(within(socket).getByRole("button", { name: "Cancel" })).toBeDefined();
});

test("a fix that failed says how, and one that worked keeps its card", async () => {
  open("doctorFailed");
  const failed = await card("Docker socket");
  expect(failed.textContent).toContain("Start the Docker daemon: failed");
  expect(failed.textContent).toContain("systemctl ended with exit code 1. What it printed says why.");
  reset();
  open("doctorDone");
  const done = await card("Docker socket");
  expect(done.textContent).toContain("Fine");
  expect(done.textContent).toContain("Start the Docker daemon: done in 4 s");
});

test("an engine's trouble leads to what the doctor says about that engine", async () => {
  open("doctorDown", "#/containers");
  const link = await screen.findByRole("link", { name: "Why? Open the doctor" });
  expect(link.getAttribute("href")).toBe("#/settings/doctor?about=docker");
  window.location.hash = "#/settings/doctor?about=docker";
  expect(await screen.findByText(/Only what Docker depends on is shown/)).toBeDefined();
  expect(screen.queryByRole("region", { name: "Storage" })).toBeNull();
  await userEvent.click(screen.getByRole("link", { name: "Show all checks" }));
  expect(await screen.findByRole("region", { name: "Storage" })).toBeDefined();
});

test("what the doctor offers no more cannot be agreed to", async () => {
  open("doctorFine");
  const { openFix } = await import("../../ui-state/surfaces.ts");
  await screen.findAllByText(/^\d+ fine$/);
  openFix("docker.socket", "start-docker");
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("not offered any more");
  expect(
    within(dialog)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  ).toEqual(["Close"]);
});
