// @ts-check

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../states.mjs").State} State */

const dialogOf = (/** @type {Page} */ page) => page.getByRole("dialog", { name: "Launch container" });

/** @param {Page} page */
async function openLaunch(page) {
  await page.getByRole("banner").getByRole("button", { name: "Launch" }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole("textbox", { name: "Command" }).waitFor();
  return dialog;
}

const submit = (/** @type {Page} */ page) =>
  dialogOf(page)
    .getByRole("button", { name: /^Launch/ })
    .click();

/** Fills the form as somebody does who has such a line. @param {Page} page @param {string} line */
async function pasteLine(page, line) {
  const dialog = await openLaunch(page);
  await dialog.getByRole("button", { name: "Paste a docker run line" }).click();
  await dialog.getByRole("textbox", { name: "docker run line" }).fill(line);
  await dialog.getByRole("button", { name: "Fill the form" }).click();
  await dialog.getByText("Filled from a docker run line.").waitFor();
  return dialog;
}

/** @param {import("@playwright/test").Locator} dialog */
const unfoldHoles = (dialog) => dialog.getByRole("button", { name: /^Holes in the boundary/ }).click();

const THE_DESIGNS_LINE = String.raw`docker run -d --isolation=hyperv -m 1g --cpus 2 -v C:\src:C:\src:ro -v \\.\pipe\docker_engine:\\.\pipe\docker_engine -p 8080:80 mcr.microsoft.com/windows/servercore:ltsc2019 ping localhost -t`;

/** @param {import("@playwright/test").Locator} dialog @param {string} kind */
async function addHole(dialog, kind) {
  await dialog.getByRole("button", { name: "Add a hole" }).click();
  await dialog.page().getByRole("menuitem", { name: kind }).click();
}

/** The Launch dialog. @type {readonly State[]} */
export const LAUNCH = [
  { name: "launch", scene: "scene", act: async (page) => void (await openLaunch(page)) },
  {
    name: "launch-hyperv",
    scene: "scene",
    act: async (page) => {
      const dialog = await openLaunch(page);
      await dialog.getByRole("radio", { name: /^Untrusted/ }).check();
    },
  },
  {
    name: "launch-holes",
    scene: "scene",
    act: async (page) => {
      const dialog = await pasteLine(
        page,
        "docker run -d -v /srv/data:/data -v /var/run/docker.sock:/var/run/docker.sock -p 127.0.0.1:8080:80 --network web isoscope/demo:1 ping 127.0.0.1",
      );
      await dialog.getByRole("button", { name: "Dismiss" }).click();
      await unfoldHoles(dialog);
    },
  },
  {
    name: "launch-hole-editor",
    scene: "scene",
    act: async (page) => {
      const dialog = await openLaunch(page);
      await addHole(dialog, "Port");
      await dialog.getByRole("textbox", { name: "Port in the container" }).fill("80");
      await dialog.getByRole("textbox", { name: "Port on the host" }).fill("8080");
    },
  },
  {
    name: "launch-windows",
    scene: "windowsLab",
    act: async (page) => {
      const dialog = await pasteLine(page, THE_DESIGNS_LINE);
      await dialog.getByRole("button", { name: "Dismiss" }).click();
      await dialog.getByRole("radio", { name: /^Untrusted/ }).check();
      await unfoldHoles(dialog);
    },
  },
  {
    name: "launch-windows-fails",
    scene: "windowsLab",
    act: async (page) => {
      const dialog = await openLaunch(page);
      await dialog.getByRole("radio", { name: /^Process/ }).check();
    },
  },
  {
    name: "launch-windows-images",
    scene: "windowsLab",
    act: async (page) => {
      const dialog = await openLaunch(page);
      const image = dialog.getByRole("combobox", { name: "Image" });
      await image.fill("servercore");
      await image.press("ArrowDown");
      await page.getByRole("option", { name: /ltsc2025/ }).waitFor();
    },
  },
  {
    name: "launch-windows-add",
    scene: "windowsLab",
    act: async (page) => {
      const dialog = await openLaunch(page);
      await dialog.getByRole("radio", { name: /^Hyper-V/ }).check();
      await addHole(dialog, "Device");
      await dialog.getByRole("button", { name: "Add a hole" }).click();
      await page.getByRole("menuitem", { name: "Shared memory" }).waitFor();
    },
  },
  {
    name: "launch-pasted",
    scene: "scene",
    act: async (page) => {
      const dialog = await pasteLine(
        page,
        "docker run -it --rm --name shell -e HOME -e GREETING='hello there' -v /srv/data:/data:ro -v cache:/cache -p 8080:80 --restart always isoscope/demo:1 sh",
      );
      await dialog.getByRole("button", { name: /^Name, environment/ }).click();
    },
  },
  {
    name: "launch-paste-refused",
    scene: "scene",
    act: async (page) => {
      const dialog = await openLaunch(page);
      await dialog.getByRole("button", { name: "Paste a docker run line" }).click();
      await dialog.getByRole("textbox", { name: "docker run line" }).fill("docker run -d -p 8080:80");
      await dialog.getByRole("button", { name: "Fill the form" }).click();
      await dialog.getByText(/names no image/).waitFor();
    },
  },
  {
    name: "launch-invalid",
    scene: "scene",
    act: async (page) => {
      const dialog = await openLaunch(page);
      await dialog.getByRole("textbox", { name: "Command" }).fill("sh -c 'ping");
      await addHole(dialog, "Folder");
      await dialog.getByRole("textbox", { name: "Folder on the host" }).fill("data");
      await submit(page);
      await page.getByText("quote is not closed").waitFor();
    },
  },
  {
    name: "launch-unreachable",
    scene: "unreachable",
    act: async (page) => void (await openLaunch(page)),
  },
  {
    name: "launch-in-progress",
    scene: "scene",
    act: async (page) => {
      await openLaunch(page);
      await submit(page);
      await dialogOf(page).getByText("Starting the command").waitFor();
    },
  },
];
