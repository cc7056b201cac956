import type { Locator, Page } from "@playwright/test";

/** The command palette, over any screen. */
export class Palette {
  readonly field: Locator;
  readonly options: Locator;
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole("dialog", { name: "Command palette" });
    this.field = this.dialog.getByRole("combobox", { name: "Search containers, PIDs, actions" });
    this.options = this.dialog.getByRole("option");
  }

  /** Opens it by key and types. */
  async search(text: string): Promise<void> {
    await this.#page.keyboard.press("Control+k");
    await this.field.waitFor();
    await this.#page.keyboard.type(text);
  }

  option(name: RegExp): Locator {
    return this.dialog.getByRole("option", { name });
  }
}
