import { fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { fileReplay } from "../../e2e/fixtures/fixture-session.ts";
import { scenarios } from "../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../testing/render-app.tsx";

afterEach(reset);

const scenario = (name: string) => {
  const found = scenarios[name];
  if (!found) throw new Error(`no scenario ${name}`);
  return found;
};

const bar = () => screen.findByRole("region", { name: "Replay" });

test.each([
  "#/containers",
  "#/compare",
  "#/images",
  "#/host",
  "#/settings",
  "#/presenter/1",
  "#/scope/docker/ping-process",
])("%s says that it is a recording, in the page and in its title", async (hash) => {
  renderApp(scenario("replay"), hash);
  expect((await bar()).textContent).toContain(
    "Built from Microsoft’s published figures, not recorded here. Replaying.",
  );
  await screen.findByRole("main");
  await expect.poll(() => document.title).toMatch(/^Replay: /);
});

test("nothing of a recording is there while this host is shown", async () => {
  renderApp(scenario("scene"));
  await screen.findAllByText("ping-shared");
  expect(screen.queryByRole("region", { name: "Replay" })).toBeNull();
  expect(document.title).toBe("Containers – Isoscope");
  expect(screen.getByRole("contentinfo").textContent).toContain("Live, every 1 s.");
});

test("the status line says recorded, and of what time", async () => {
  renderApp(scenario("replayFile"));
  await bar();
  const status = await screen.findByRole("contentinfo");
  await expect.poll(() => status.textContent).toMatch(/^Recorded\. Shown as of \d\d:\d\d:\d\d/);
  expect(status.textContent).not.toContain("Live");
});

test("a session made of figures has no time of its own to tell", async () => {
  renderApp(scenario("replay"));
  await bar();
  const status = await screen.findByRole("contentinfo");
  await expect.poll(() => status.textContent).toMatch(/^From published figures\. /);
  expect(status.textContent).not.toContain("Shown as of");
});

test("plays, pauses, seeks and changes the speed", async () => {
  renderApp(scenario("replay"));
  const controls = within(await bar());
  fireEvent.click(await controls.findByRole("button", { name: "Pause" }));
  await controls.findByRole("button", { name: "Play" });
  expect((await bar()).textContent).toContain("Replay paused.");
  const slider = controls.getByRole("slider", { name: "Position in the recording" });
  fireEvent.change(slider, { target: { value: "54000" } });
  await expect
    .poll(() => slider.getAttribute("aria-valuetext"))
    .toBe("0:54 of 1:30, The host cannot find ping");
  fireEvent.click(controls.getByRole("button", { name: "Go to start" }));
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("0:00 of 1:30");
  fireEvent.click(controls.getByRole("button", { name: "Speed 1×" }));
  fireEvent.click(await screen.findByRole("menuitemradio", { name: "4×" }));
  await controls.findByRole("button", { name: "Speed 4×" });
  fireEvent.click(controls.getByRole("button", { name: "Moments" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /vmwp 2376/ }));
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toContain("1:06 of 1:30");
});

test("closing it shows this host again, without what was chosen in the recording", async () => {
  renderApp(scenario("replay"), "#/scope/docker/ping-process");
  fireEvent.click(within(await bar()).getByRole("button", { name: "Close the recording" }));
  await expect.poll(() => screen.queryByRole("region", { name: "Replay" })).toBeNull();
  await screen.findAllByText("ping-hyperv");
  expect(window.location.hash).toBe("#/containers");
  await expect.poll(() => document.activeElement?.id).toBe("main");
});

test("shown though nobody asked, it says why and names the way to a live one", async () => {
  renderApp(scenario("firstShow"));
  expect((await bar()).textContent).toContain("No engine on this machine can be used.");
  within(await bar()).getByRole("link", { name: "What is needed for a live one" });
});

test("a file says when it was recorded, what is missing in it, and nothing of engines that are not needed", async () => {
  const session = fileReplay("Second hour");
  renderApp({ ...scenario("scene"), session });
  const controls = within(await bar());
  expect((await bar()).textContent).toMatch(
    /Recorded on \d+ November 2026(?: at|,) \d\d:\d\d\. Replay paused\./,
  );
  fireEvent.click(controls.getByRole("button", { name: "About this recording" }));
  expect((await bar()).textContent).toContain("the engine keeps none");
  expect(controls.queryByRole("link")).toBeNull();
});
