import type { Locator, Page } from "@playwright/test";

/** Both sides of the wall of one container. */
export class ScopePage {
  readonly find: Locator;
  readonly result: Locator;
  readonly inside: Locator;
  readonly host: Locator;
  readonly back: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole("main");
    this.find = main.getByRole("searchbox", { name: "Find a process by name or PID" });
    this.result = main.getByRole("group", { name: "Find result" });
    this.inside = main.getByRole("grid", { name: "Inside the container" });
    this.host = main.getByRole("grid", { name: "On the host" });
    this.back = main.getByRole("button", { name: "Back to containers" });
  }

  heading(name: string): Locator {
    return this.page.getByRole("heading", { level: 1, name });
  }
}
