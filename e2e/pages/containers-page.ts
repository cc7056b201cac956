import { expect, type Locator, type Page } from "@playwright/test";
import { openApp } from "./open-app.ts";

/** The words of this platform for the two isolations. */
export type IsolationWord = "Shared kernel" | "Micro-VM" | "Process" | "Hyper-V";

/** The list of all containers. */
export class ContainersPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly launch: Locator;
  readonly engines: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("grid", { name: "Containers" });
    this.launch = page.getByRole("banner").getByRole("button", { name: "Launch" });
    this.engines = page.getByRole("button", { name: /^Host and engines/ });
  }

  /** Opens the app and waits until both engines are live. */
  async open(): Promise<void> {
    await openApp(this.page);
    await expect(this.engines).toHaveAccessibleName(/2 engines/);
  }

  row(name: string): Locator {
    return this.grid.getByRole("row").filter({ has: this.page.getByRole("gridcell", { name, exact: true }) });
  }

  /** The PID printed in a row's host footprint. */
  async footprintPid(name: string): Promise<number> {
    const chip = this.row(name).getByRole("button", { name: /^Open PID .* in Scope$/ });
    return Number(/(\d+)/.exec(await chip.innerText())?.[1]);
  }

  async openScope(name: string): Promise<void> {
    await this.row(name)
      .getByRole("button", { name: /^Open PID .* in Scope$/ })
      .click();
  }

  /** Opens it by keyboard, which works whatever the host shows and wherever the row has moved to. */
  async openScopeByKey(name: string): Promise<void> {
    await this.row(name).press("Alt+Enter");
  }

  /** Picks an action in the row's menu. */
  async act(name: string, action: string): Promise<void> {
    await this.row(name).press("Shift+F10");
    await this.page.getByRole("menuitem", { name: new RegExp(`^${action}`) }).click();
  }

  /** Selects these rows and removes them, as the bar over the list and its dialog offer. */
  async remove(...names: readonly string[]): Promise<void> {
    await this.select(names);
    await this.page
      .getByRole("toolbar")
      .getByRole("button", { name: /^Remove/ })
      .click();
    await this.page
      .getByRole("alertdialog")
      .getByRole("button", { name: /^Remove/ })
      .click();
    // While a dialog is open or closing, the page behind it is hidden from roles: "no row" would be true too early.
    const rows = this.page.getByRole("row", { includeHidden: true });
    for (const name of names) await expect(rows.filter({ hasText: name })).toHaveCount(0);
  }

  /** Selects these rows, stops them, and waits until they have exited. They stay selected. */
  async stop(...names: readonly string[]): Promise<void> {
    await this.select(names);
    await this.page.getByRole("toolbar").getByRole("button", { name: /^Stop/ }).click();
    for (const name of names) await expect(this.row(name)).toContainText("Exited");
  }

  private async select(names: readonly string[]): Promise<void> {
    for (const name of names) await this.row(name).getByRole("checkbox").check();
  }
}
