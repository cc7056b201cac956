import { expect, type Locator, type Page } from "@playwright/test";
import type { ContainersPage } from "./containers-page.ts";

export type TabName = "Processes" | "Console" | "Logs" | "Stats" | "Boundary" | "Inspect";

/** The details of one container, beside or over the list. */
export class DetailsDrawer {
  readonly drawer: Locator;
  readonly panel: Locator;
  readonly inside: Locator;
  readonly host: Locator;
  readonly tree: Locator;
  readonly close: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.drawer = page.getByRole("complementary");
    this.panel = this.drawer.getByRole("tabpanel");
    this.inside = this.panel.getByRole("grid", { name: "Inside" });
    this.host = this.panel.getByRole("grid", { name: "Host" });
    this.tree = this.panel.getByRole("tree");
    this.close = this.drawer.getByRole("button", { name: "Close details" });
  }

  of(name: string): Locator {
    return this.#page.getByRole("complementary", { name: `Details of ${name}` });
  }

  /** By mouse: a double-click on the row's name. */
  async open(containers: ContainersPage, name: string): Promise<void> {
    await containers.row(name).getByText(name, { exact: true }).dblclick();
    await expect(this.of(name)).toBeVisible();
  }

  async choose(tab: TabName): Promise<void> {
    await this.drawer.getByRole("tab", { name: tab }).click();
    await expect(this.drawer.getByRole("tabpanel", { name: tab })).toBeAttached();
  }
}
