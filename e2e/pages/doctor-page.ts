import type { Locator, Page } from "@playwright/test";

/** The doctor's page of Settings. */
export class DoctorPage {
  readonly checkAgain: Locator;
  readonly summary: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.checkAgain = page.getByRole("button", { name: "Check again", exact: true });
    this.summary = page.getByText(/\d+ fine$/).first();
  }

  group(name: string): Locator {
    return this.#page.getByRole("region", { name, exact: true });
  }

  /** A finding that is wrong, in full. */
  card(title: string): Locator {
    return this.#page.getByRole("article", { name: title, exact: true });
  }

  /** The line of a finding that is fine, unfolded where it has to be. */
  async line(group: string, title: string): Promise<Locator> {
    const named = this.#page.getByText(title, { exact: true });
    const line = this.group(group).getByRole("listitem").filter({ has: named });
    if (!(await line.isVisible()))
      await this.group(group)
        .getByText(/^\d+ fine/)
        .click();
    return line;
  }
}
