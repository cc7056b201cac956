import { expect, type Locator, type Page } from "@playwright/test";
import { ContainersPage } from "./containers-page.ts";

/** The Console tab of one container. */
export class ConsolePage {
  readonly page: Page;
  readonly name: string;
  readonly terminal: Locator;
  readonly run: Locator;
  readonly open: Locator;
  readonly find: Locator;
  readonly size: Locator;
  readonly drawer: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.drawer = page.getByRole("complementary");
    this.terminal = page.getByRole("group", { name: `Terminal of ${name}` });
    this.run = this.drawer.getByRole("combobox", { name: "Run" });
    this.open = this.drawer.getByRole("button", { name: "Open", exact: true });
    this.find = this.drawer.getByRole("searchbox", { name: "Find in the terminal" });
    this.size = this.drawer.getByText(/^\d+ × \d+$/);
  }

  async show(): Promise<void> {
    await new ContainersPage(this.page).act(this.name, "Console");
    await expect(this.run).toBeVisible();
  }

  async type(command: string): Promise<void> {
    await this.terminal.click();
    await this.page.keyboard.type(command);
    await this.page.keyboard.press("Enter");
  }

  /** The size as the tab tells it, in the words of `stty size`. */
  async sizeAsTold(): Promise<string> {
    const [columns, rows] = (await this.size.innerText()).split(" × ");
    return `${rows} ${columns}`;
  }
}

/** The Logs tab of one container. */
export class LogsPage {
  readonly page: Page;
  readonly name: string;
  readonly log: Locator;
  readonly find: Locator;
  readonly follow: Locator;
  readonly drawer: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.drawer = page.getByRole("complementary");
    this.log = page.getByRole("log", { name: `Log of ${name}` });
    this.find = this.drawer.getByRole("searchbox", { name: "Find in the log" });
    this.follow = this.drawer.getByRole("switch", { name: "Follow" });
  }

  async show(): Promise<void> {
    await new ContainersPage(this.page).act(this.name, "Logs");
    await expect(this.log).toBeVisible();
  }

  button(name: string): Locator {
    return this.drawer.getByRole("button", { name, exact: true });
  }
}
