import { expect, type Locator, type Page } from "@playwright/test";

/** Every process of the host. */
export class HostPage {
  readonly page: Page;
  readonly table: Locator;
  readonly tree: Locator;
  readonly find: Locator;
  /** Whose the current process is. */
  readonly owner: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole("main");
    this.table = main.getByRole("grid", { name: "Processes of the host" });
    this.tree = main.getByRole("treegrid", { name: "Processes of the host" });
    this.find = main.getByRole("searchbox", { name: "Filter processes" });
    this.owner = main.getByRole("status").filter({ hasText: /, PID|Select a process/ });
  }

  async open(): Promise<void> {
    await this.page.getByRole("navigation").getByRole("link", { name: "Host" }).click();
    await expect(this.table).toBeVisible();
  }

  async asTree(): Promise<void> {
    await this.page.getByRole("radio", { name: "Tree" }).click();
    await expect(this.tree).toBeVisible();
  }

  /** Shows only the processes of one container, by the menu. */
  async showOnly(container: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Processes of:/ }).click();
    await this.page.getByRole("menuitemradio", { name: container }).click();
    await expect(this.page.getByRole("button", { name: `Processes of: ${container}` })).toBeVisible();
  }

  /** The chip of a row, e.g. "Command of web". */
  chip(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  row(chip: string): Locator {
    return this.page
      .getByRole("main")
      .getByRole("row")
      .filter({ has: this.chip(chip) });
  }

  /** The host's own number of the process in a row. */
  async pidOf(row: Locator): Promise<number> {
    return Number(await row.getByRole("gridcell").first().innerText());
  }
}
