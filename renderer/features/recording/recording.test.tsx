import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { scenarios } from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { forgetOpening } from "./opening.ts";
import { recordingName } from "./save-recording.ts";

afterEach(() => {
  forgetOpening();
  reset();
});

async function begin(hash = "#/settings") {
  const { scene } = scenarios;
  if (!scene) throw new Error("no scene");
  renderApp(scene, hash);
  await screen.findByRole("main");
}

async function record() {
  fireEvent.click(await screen.findByRole("button", { name: "Record…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Record this session" }));
  expect(dialog.getByText(/Masked are the values of environment variables/)).toBeTruthy();
  fireEvent.change(dialog.getByRole("textbox", { name: "Title" }), { target: { value: "The demo" } });
  fireEvent.click(dialog.getByRole("button", { name: "Start recording" }));
  return within(await screen.findByRole("group", { name: "Recording" }));
}

test("a recording is begun, shown in the title bar, and stopped into the question what shall become of it", async () => {
  await begin();
  const mark = await record();
  expect(mark.getByText(/^Recording \d+:\d\d, 1\.2 MB$/)).toBeTruthy();
  fireEvent.click(mark.getByRole("button", { name: "Stop" }));
  const dialog = within(await screen.findByRole("alertdialog", { name: "Recording made" }));
  expect(dialog.getByText("The logs of ping-micro: the engine keeps none.")).toBeTruthy();
  fireEvent.click(dialog.getByRole("button", { name: "Discard…" }));
  fireEvent.click(await screen.findByRole("button", { name: "Keep" }));
  fireEvent.click(await screen.findByRole("button", { name: "Later" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Save the recording…" }));
  fireEvent.click(await screen.findByRole("button", { name: "Discard…" }));
  fireEvent.click(await screen.findByRole("button", { name: "Discard" }));
  await waitFor(() => expect(screen.queryByRole("group", { name: "Recording" })).toBeNull());
});

test("a title is needed", async () => {
  await begin();
  fireEvent.click(await screen.findByRole("button", { name: "Record…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Record this session" }));
  fireEvent.change(dialog.getByRole("textbox", { name: "Title" }), { target: { value: " " } });
  expect(dialog.getByText("a title is needed")).toBeTruthy();
  fireEvent.click(dialog.getByRole("button", { name: "Start recording" }));
  expect(screen.queryByRole("group", { name: "Recording" })).toBeNull();
});

function drop(name: string): void {
  const file = new File(["a recording"], name);
  const items = [{ getAsFile: () => file, webkitGetAsEntry: () => null }];
  const event = new Event("drop", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items } });
  window.dispatchEvent(event);
}

test("a recording dropped on any screen is shown", async () => {
  await begin();
  drop("Second hour.isoscope");
  const bar = await screen.findByRole("region", { name: "Replay" });
  expect(bar.textContent).toContain("Second hour");
});

test("Images opens recordings too, and takes the other files as before", async () => {
  await begin("#/images");
  await screen.findByRole("heading", { name: "Images" });
  drop("Second hour.isoscope");
  await screen.findByRole("region", { name: "Replay" });
});

test("a damaged file says what is wrong, and all stays as it was", async () => {
  await begin();
  drop("damaged.isoscope");
  const dialog = await screen.findByRole("alertdialog", { name: "damaged.isoscope was not opened" });
  expect(dialog.textContent).toContain("its checksum at byte 4096 does not fit");
  expect(dialog.textContent).toContain("What was shown before is still shown.");
  fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(screen.queryByRole("region", { name: "Replay" })).toBeNull();
});

test("what is not a recording is not sent at all", async () => {
  await begin();
  drop("image.tar");
  const dialog = await screen.findByRole("alertdialog", { name: "image.tar was not opened" });
  expect(dialog.textContent).toContain("ends in .isoscope");
});

test("a file's name is made of the title", () => {
  expect(recordingName("lab: 2026-11-21 20:43")).toBe("lab-2026-11-21-20-43.isoscope");
  expect(recordingName("Größe/…")).toBe("Größe.isoscope");
  expect(recordingName("///")).toBe("recording.isoscope");
});
