// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

const logsOpen = async (/** @type {Page} */ page) => {
  await page.getByRole("log").getByText("retry 1 of 3 for order 4163").waitFor();
};

/** @param {Page} page */
async function openShell(page) {
  await page.getByRole("combobox", { name: "Run" }).selectOption("sh");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByText("sh-5.2#").first().waitFor();
}

/**
 * @param {Page} page
 * @param {readonly string[]} commands
 */
async function type(page, commands) {
  for (const command of commands) {
    await page.keyboard.type(command);
    await page.keyboard.press("Enter");
  }
}

const CONSOLE = "#/containers/docker/api-orders?tab=console";
const LOGS = "#/containers/docker/api-orders?tab=logs";

/** Logs and Console of the details drawer. @type {readonly import("../states.mjs").State[]} */
export const STREAMS = [
  { name: "logs", scene: "scene", hash: LOGS, act: logsOpen },
  {
    name: "logs-find",
    scene: "scene",
    hash: LOGS,
    act: async (page) => {
      await logsOpen(page);
      await page.getByRole("button", { name: "Times" }).click();
      await page.getByRole("button", { name: "Wrap" }).click();
      const find = page.getByRole("searchbox", { name: "Find in the log" });
      await find.fill("order");
      await find.press("Enter");
      await page.getByText(/^\d+ of \d+$/).waitFor();
    },
  },
  {
    name: "console",
    scene: "scene",
    hash: CONSOLE,
    act: async (page) => {
      await openShell(page);
      await type(page, ["uname -a", "ls", "ps"]);
      await page.getByText("node app.js").waitFor();
      await page.getByRole("searchbox", { name: "Find in the terminal" }).fill("js");
      await page.getByText(/^\d+ of \d+$/).waitFor();
    },
  },
  {
    name: "console-start",
    scene: "scene",
    hash: CONSOLE,
    act: (page) => page.getByText("No console is open.").waitFor(),
  },
  {
    name: "console-exited",
    scene: "scene",
    hash: CONSOLE,
    act: async (page) => {
      await openShell(page);
      await type(page, ["ls", "exit 3"]);
      await page.getByText("sh ended with exit code 3.").waitFor();
    },
  },
  {
    name: "console-lost",
    scene: "scene",
    hash: CONSOLE,
    act: async (page, close) => {
      await openShell(page);
      await type(page, ["uname -a"]);
      await page.getByText("Linux api-orders").waitFor();
      await close();
      await page.getByText("The connection to Isoscope was lost.").waitFor();
    },
  },
];
