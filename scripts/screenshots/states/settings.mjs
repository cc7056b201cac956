// @ts-check

const shown = (/** @type {string} */ text) => async (/** @type {import("@playwright/test").Page} */ page) =>
  page.getByRole("main").getByText(text).first().waitFor();

const doctor = (/** @type {string} */ name, /** @type {string} */ scene, /** @type {string} */ text) => ({
  ...{ name, scene, hash: "#/settings/doctor" },
  act: shown(text),
});

/** As far as the lines that would change. @param {import("@playwright/test").Page} page */
async function chooseHyperV(page) {
  await page.getByRole("button", { name: "Change…" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: "Hyper-V" }).click();
  await page.getByText("isolation=hyperv").waitFor();
}

/** The pages of Settings. @type {readonly import("../states.mjs").State[]} */
export const SETTINGS = [
  { name: "settings", scene: "scene", hash: "#/settings", act: shown("Refresh interval") },
  {
    name: "settings-engines",
    scene: "scene",
    hash: "#/settings/engines",
    act: shown("Endpoint"),
  },
  {
    name: "settings-daemon",
    scene: "windowsDaemon",
    hash: "#/settings/engines",
    act: shown("Set for dockerd"),
  },
  {
    name: "settings-daemon-change",
    scene: "windowsDaemonDenied",
    hash: "#/settings/engines",
    act: chooseHyperV,
  },
  {
    name: "settings-daemon-denied",
    scene: "windowsDaemonDenied",
    hash: "#/settings/engines",
    act: async (page) => {
      await chooseHyperV(page);
      await page.getByRole("button", { name: "Write the file" }).click();
      await page.getByText("The file was not changed.").waitFor();
    },
  },
  {
    name: "settings-daemon-written",
    scene: "windowsDaemon",
    hash: "#/settings/engines",
    act: async (page) => {
      await chooseHyperV(page);
      await page.getByRole("button", { name: "Write the file" }).click();
      await page.getByText("The file is written.").waitFor();
    },
  },
  {
    name: "settings-engines-trouble",
    scene: "unreachable",
    hash: "#/settings/engines",
    act: shown("Cannot be used"),
  },
  {
    name: "settings-diagnostics",
    scene: "scene",
    hash: "#/settings/diagnostics",
    act: shown("Last events"),
  },
  doctor("doctor-fine", "doctorFine", "fine"),
  doctor("doctor-troubled", "doctorTroubled", "Problem"),
  doctor("doctor-running", "doctorRunning", "running"),
  doctor("doctor-failed", "doctorFailed", "daemon: failed"),
  doctor("doctor-windows", "doctorWindows", "Feature Hyper-V"),
  doctor("doctor-done", "doctorDone", "daemon: done"),
  {
    name: "doctor-opened",
    scene: "doctorFine",
    hash: "#/settings/doctor?about=docker",
    act: async (page) => {
      await page
        .getByText(/^\d+ fine/)
        .nth(1)
        .click();
      await page.getByRole("listitem").getByText("Details").first().click();
    },
  },
  {
    name: "doctor-consent",
    scene: "doctorDown",
    hash: "#/settings/doctor",
    act: async (page) => {
      await page.getByRole("button", { name: "Start the Docker daemon" }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
];
