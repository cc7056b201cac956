import { expect, type Locator, type Page } from "@playwright/test";
import { goTo } from "./go-to.ts";

/** The Stats tab of the details drawer. */
export class StatsTab {
  readonly page: Page;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: /^Figures/ });
  }

  /** Opens it for a container by its key, and waits for the first figures. */
  async open(key: string): Promise<void> {
    await goTo(this.page, `#/containers/${key}?tab=stats`);
    await expect(this.table).toBeVisible();
  }

  chart(measure: string, span: string): Locator {
    return this.page.getByRole("img", { name: `${measure}, ${span}` });
  }

  measure(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** Column 1 is now, 2 the least, 3 the most, 4 since the start. */
  cell(series: string, column: 1 | 2 | 3 | 4): Locator {
    const row = this.table
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: series }) });
    return row.getByRole("cell").nth(column - 1);
  }
}
