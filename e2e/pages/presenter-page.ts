import type { Locator, Page } from "@playwright/test";

/** The demo on the whole window. */
export class PresenterPage {
  readonly page: Page;
  readonly steps: Locator;
  readonly inside: Locator;
  readonly host: Locator;
  readonly command: Locator;
  readonly leaveDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.steps = page.getByRole("navigation", { name: "Steps" });
    this.inside = page.getByRole("region", { name: /^Inside the/ });
    this.host = page.getByRole("region", { name: "On the host" });
    this.command = page.getByRole("group", { name: "Command" });
    this.leaveDialog = page.getByRole("alertdialog");
  }

  /** The step's one sentence. */
  title(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }

  /** The number that a side shows in large type. */
  async pid(side: Locator): Promise<number> {
    return Number(await side.getByText(/^\d+$/).first().innerText());
  }
}
