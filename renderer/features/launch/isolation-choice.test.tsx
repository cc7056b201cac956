import { screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { scene } from "../../../e2e/fixtures/scenarios.ts";
import { windowsLab } from "../../../e2e/fixtures/windows-lab.ts";
import { openLaunch } from "../../testing/open-launch.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";

afterEach(reset);

test("an older image: the cards, the bar, the footer and the button say what would happen, and nothing is disabled", async () => {
  renderApp(windowsLab);
  const { user, dialog } = await openLaunch();
  expect(dialog.getByRole("radio", { name: "Default Process here: would fail" })).toBeTruthy();
  expect(dialog.getByRole("radio", { name: "Hyper-V Recommended here" })).toBeTruthy();
  expect(dialog.getByRole("button", { name: "Launch anyway under process" })).toBeTruthy();
  expect(dialog.getByText("Preflight: process would fail.")).toBeTruthy();
  expect(dialog.getByText(/Default: Process on this engine\. The daemon's own answer/)).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Use Hyper-V" }));
  expect(dialog.getByRole("radio", { name: /^Hyper-V/ })).toHaveProperty("checked", true);
  expect(dialog.getByRole("button", { name: "Launch under Hyper-V" })).toBeTruthy();
  expect(dialog.getByText("Preflight passed for Hyper-V.")).toBeTruthy();
  expect(dialog.getByText("0xc0370101")).toBeTruthy();
});

test("an image newer than the host fails under both, with the rule's source behind Why", async () => {
  renderApp(windowsLab);
  const { user, dialog } = await openLaunch();
  const image = dialog.getByRole("combobox", { name: "Image" });
  await user.clear(image);
  await user.click(image);
  await user.click(
    await screen.findByRole("option", { name: /ltsc2025.*26100.*Process: Fails.*Hyper-V: Fails/ }),
  );
  expect(await dialog.findByRole("radio", { name: "Hyper-V Would fail here" })).toBeTruthy();
  await user.click(dialog.getAllByRole("button", { name: "Why?" })[0] ?? image);
  expect(dialog.getAllByRole("link", { name: /Microsoft Learn/ }).length).toBeGreaterThan(0);
});

test("untrusted code is offered its own kernel until somebody has chosen", async () => {
  renderApp(scene);
  const { user, dialog } = await openLaunch();
  await user.click(dialog.getByRole("radio", { name: /^Untrusted/ }));
  expect(dialog.getByRole("radio", { name: /^Micro-VM/ })).toHaveProperty("checked", true);
  await user.click(dialog.getByRole("radio", { name: /^Trusted/ }));
  expect(dialog.getByRole("radio", { name: /^Default/ })).toHaveProperty("checked", true);
  await user.click(dialog.getByRole("radio", { name: /^Shared kernel/ }));
  await user.click(dialog.getByRole("radio", { name: /^Untrusted/ }));
  expect(dialog.getByRole("radio", { name: /^Shared kernel/ })).toHaveProperty("checked", true);
});

test("the line is quoted for the platform's shell, or for the other", async () => {
  renderApp(windowsLab);
  const { user, dialog } = await openLaunch();
  await user.clear(dialog.getByRole("textbox", { name: "Command" }));
  await user.type(dialog.getByRole("textbox", { name: "Command" }), `cmd /c "echo it's"`);
  expect(dialog.getByText(/cmd \/c 'echo it''s'$/)).toBeTruthy();
  await user.selectOptions(dialog.getByRole("combobox", { name: "Quoted for" }), "sh");
  expect(dialog.getByText(/cmd \/c 'echo it'\\''s'$/)).toBeTruthy();
});
