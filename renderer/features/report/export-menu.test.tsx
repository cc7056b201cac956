import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { compared, comparing, scene } from "../../../e2e/fixtures/scenarios.ts";
import { ReportDocument } from "../../../electron/contract/report.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(() => {
  reset();
  vi.restoreAllMocks();
});

/** Keeps what is downloaded: happy-dom has no place to save to. */
function keepDownloads() {
  const blobs: Blob[] = [];
  const names: string[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return "blob:report";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return { blobs, names };
}

async function choose(format: string): Promise<void> {
  const user = userEvent.setup();
  const button = await screen.findByRole("button", { name: "Export" });
  await waitFor(() => expect(button.hasAttribute("disabled")).toBe(false));
  await user.click(button);
  await user.click(await screen.findByRole("menuitem", { name: new RegExp(`^${format}`) }));
}

test("Scope's report has both sides, what leads through the boundary, and that it is live", async () => {
  const { blobs, names } = keepDownloads();
  renderApp(scene, "#/scope/docker/ping-shared");
  await choose("JSON");
  await waitFor(() => expect(names).toEqual(["isoscope-ping-shared.json"]));
  const document = ReportDocument.parse(JSON.parse((await blobs[0]?.text()) ?? ""));
  expect(document.summary[0]).toBe("The same process: PID 7 inside → PID 48213 on the host.");
  expect(document.made).toMatchObject({ hostName: "lab-deb12", recording: null });
  const holes = document.sections.find(({ title }) => /leads through/.test(title));
  expect(JSON.stringify(holes)).not.toContain("did not tell");
});

test("Compare's report is a page of its own", async () => {
  const { blobs, names } = keepDownloads();
  renderApp(compared, "#/compare");
  await choose("HTML");
  await waitFor(() => expect(names).toEqual(["isoscope-compare.html"]));
  expect(blobs[0]?.type).toBe("text/html");
  expect(await blobs[0]?.text()).toContain("Micro-VM isolation took 3.24 s longer and 120 MB more.");
});

test("while a comparison runs there is nothing to report", async () => {
  renderApp(comparing, "#/compare");
  const button = await screen.findByRole("button", { name: "Export" });
  expect(button.hasAttribute("disabled")).toBe(true);
  expect(button.title).toBe("There is nothing to report yet");
});
