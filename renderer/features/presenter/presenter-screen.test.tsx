import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { scene, unreachable } from "../../../e2e/fixtures/scenarios.ts";
import { windowsScene } from "../../../e2e/fixtures/windows-scene.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { setPreferences } from "../../ui-state/preferences.ts";
import { endDemo, NOT_RUN, useDemoSession } from "./demo-session.ts";

afterEach(() => {
  reset();
  endDemo();
});

const title = (name: string | RegExp) => screen.findByRole("heading", { level: 1, name });
const pane = (name: string) => screen.getByRole("region", { name });
const running = (keys: { readonly process?: string; readonly hyperv?: string }) =>
  useDemoSession.setState({
    process: { ...NOT_RUN, key: keys.process ?? null },
    hyperv: { ...NOT_RUN, key: keys.hyperv ?? null },
  });
const LINUX = { process: "docker/ping-shared", hyperv: "microvm/ping-micro" };
const WINDOWS = { process: "docker/ping-process", hyperv: "docker/ping-hyperv" };

test("a demo that has not run says so on both sides, and shows the real command", async () => {
  renderApp(scene, "#/presenter/1");
  await title("Run ping on the shared kernel");
  expect(within(pane("Inside the container")).getByText("Not run yet")).toBeTruthy();
  expect(within(pane("On the host")).getByText("Not run yet")).toBeTruthy();
  expect(screen.getByText("docker run -d isoscope/demo:1 ping 127.0.0.1")).toBeTruthy();
  expect(document.querySelector(".stage-pid")).toBeNull();
});

test("Right runs a step that has not run; once it starts, Right goes on and Left back", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/presenter/1");
  await title("Run ping on the shared kernel");
  await user.keyboard("{ArrowRight}");
  expect(await screen.findByText("Starting the command")).toBeTruthy();
  await user.keyboard("{ArrowRight}");
  await title("ps inside shows its PID");
  await user.keyboard("{PageUp}");
  await title("Run ping on the shared kernel");
});

test("the seven steps of a running demo on Linux, each with what was read", async () => {
  const user = userEvent.setup();
  running(LINUX);
  renderApp(scene, "#/presenter/1");
  await title("ping runs on the shared kernel");
  for (const [next, texts] of [
    ["Inside the container, ping is PID 7", ["docker exec ping-shared ps"]],
    [
      "The host sees the container’s ping, as PID 48213",
      ["ps -C ping -o pid,ppid,user,pcpu,rss,args", /^NSpid 48213 7\. Start time/],
    ],
    ["ping runs in a micro-VM", ["Isoscope boots a micro-VM and runs in it: ping 127.0.0.1"]],
    ["Inside its VM, ping is PID 1", ["ps"]],
    ["The host cannot find this container’s ping", ["PID 48213 is another: it runs outside this VM."]],
    ["qemu-system-x86_64 is all that the host sees", ["ps -p 48391 -o pid,ppid,user,pcpu,rss,args", "48391"]],
  ] as const) {
    await user.keyboard("{PageDown}");
    await title(next);
    for (const text of texts) expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  }
  const steps = screen.getByRole("navigation", { name: "Steps" });
  expect(within(steps).getByRole("link", { current: "step" }).textContent).toContain("qemu is what remains");
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("qemu-system");
});

test("on Windows: the same PID, and without a namesake nothing at all but vmwp", async () => {
  const user = userEvent.setup();
  running(WINDOWS);
  renderApp(
    { ...windowsScene, processes: windowsScene.processes.filter(({ name }) => name !== "PING") },
    "#/presenter/3",
  );
  await title("The host sees the container’s ping, with the same PID");
  expect(screen.getAllByText("3964", { selector: ".stage-pid" })).toHaveLength(2);
  for (let step = 0; step < 3; step++) await user.keyboard("{ArrowRight}");
  await title("The host cannot find ping at all");
  expect(screen.getByText('Cannot find a process with the name "ping"')).toBeTruthy();
  expect(screen.getByText("NoProcessFoundForGivenName")).toBeTruthy();
  await user.keyboard("{ArrowRight}");
  await title("vmwp is all that the host sees");
  expect(screen.getByText("2376", { selector: ".stage-pid" })).toBeTruthy();
});

test("what the settings say is what runs", async () => {
  setPreferences({ presenter: { image: "nginx:1.27", command: "/usr/sbin/nginx -g 'daemon off;'" } });
  renderApp(scene, "#/presenter/1");
  await title("Run nginx on the shared kernel");
  expect(screen.getByText("docker run -d nginx:1.27 /usr/sbin/nginx -g 'daemon off;'")).toBeTruthy();
});

test("without an engine for one half: why, what to do, and the way to the half that works", async () => {
  const user = userEvent.setup();
  renderApp(unreachable, "#/presenter/1");
  await title("Run ping on the shared kernel");
  expect(await screen.findByText(/does not exist\. Start the Docker service\./)).toBeTruthy();
  await user.keyboard("r");
  await user.click(await screen.findByRole("button", { name: "Go to step 4" }));
  await title("Run ping in a micro-VM");
  expect(screen.getByRole("button", { name: "Run" })).toBeTruthy();
});

test("a launch that failed says why and what to do", async () => {
  useDemoSession.setState({
    process: { ...NOT_RUN, refused: { code: "image-missing", ref: "nowhere:1" } },
  });
  renderApp(scene, "#/presenter/1");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("The launch failed.");
  expect(alert.textContent).toContain("nowhere:1 was not found");
  expect(screen.getByRole("button", { name: "Run" })).toBeTruthy();
});

test("leaving asks about what the demo launched; Keep has the focus and keeps", async () => {
  const user = userEvent.setup();
  running(LINUX);
  useDemoSession.setState({ made: ["docker/ping-shared"] });
  renderApp(scene, "#/presenter/3");
  await title(/PID 48213/);
  await user.keyboard("{Escape}");
  const dialog = await screen.findByRole("alertdialog");
  expect(dialog.textContent).toContain("Keep the demo’s 1 container?");
  expect(dialog.textContent).not.toContain("ping-micro");
  const keep = within(dialog).getByRole("button", { name: "Keep" });
  await waitFor(() => expect(document.activeElement).toBe(keep));
  await user.click(keep);
  await title("Containers");
  expect((await screen.findAllByText("ping-shared")).length).toBeGreaterThan(0);
});

test("Remove removes only what the demo launched", async () => {
  const user = userEvent.setup();
  running(LINUX);
  useDemoSession.setState({ made: ["docker/ping-shared"] });
  renderApp(scene, "#/presenter/3");
  await title(/PID 48213/);
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "Remove 1" }));
  await title("Containers");
  const grid = await screen.findByRole("grid", { name: "Containers" });
  await waitFor(() => expect(within(grid).queryByText("ping-shared")).toBeNull());
  expect(within(grid).getByText("ping-micro")).toBeTruthy();
});

test("Present in Scope shows that very container, and goes back to it without a question", async () => {
  const user = userEvent.setup();
  renderApp(scene, "#/scope/docker/ping-shared");
  await screen.findByRole("searchbox", { name: "Find a process by name or PID" });
  await user.keyboard("p");
  await title("The host sees the container’s ping, as PID 48213");
  await user.keyboard("{Escape}");
  await title("ping-shared");
});
