import { expect, type Locator, type Page } from "@playwright/test";
import { DEMO } from "../fixtures/demo.ts";
import { goTo } from "./go-to.ts";

/** A micro-VM without KVM boots slowly on a busy machine, and each lane is launched twice. */
const COMPARED_MS = 240_000;

export class ComparePage {
  readonly page: Page;
  readonly image: Locator;
  readonly command: Locator;
  readonly runs: Locator;
  readonly keep: Locator;
  readonly run: Locator;
  readonly stop: Locator;
  readonly table: Locator;
  /** What was compared before. */
  readonly earlier: Locator;
  readonly status: Locator;
  readonly main: Locator;
  /** What the status line said of the comparison before. */
  #before = "";

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.image = this.main.getByRole("combobox", { name: "Image" });
    this.command = this.main.getByRole("textbox", { name: "Command" });
    this.runs = this.main.getByRole("combobox", { name: "Runs" });
    this.keep = this.main.getByRole("switch", { name: /^Keep/ });
    this.run = this.main.getByRole("button", { name: /^Run/ });
    this.stop = this.main.getByRole("button", { name: "Stop" });
    this.table = this.main.getByRole("table", { name: "Compare" });
    this.earlier = this.main.getByRole("table", { name: "Earlier on this host" });
    this.status = page.getByRole("contentinfo");
  }

  async open(): Promise<void> {
    await goTo(this.page, "#/compare");
    await expect(this.page.getByRole("heading", { level: 1, name: "Compare" })).toBeVisible();
  }

  /** Begins with one run of each, of the demo where nothing else is said: the page offers what was compared last. */
  async start({ image = DEMO, command = "ping 127.0.0.1" } = {}): Promise<void> {
    await this.runs.selectOption("1");
    await this.image.fill(image);
    await this.command.fill(command);
    await this.remember();
    await this.run.click();
  }

  /** Takes down what the status line says, so that {@link ended} can tell the next comparison's end from the last one's. */
  async remember(): Promise<void> {
    this.#before = await this.status.innerText();
  }

  /** Waits until the comparison under way is over. */
  async ended(word: "Finished" | "Stopped" = "Finished"): Promise<void> {
    await expect(this.status).not.toHaveText(this.#before);
    await expect(this.status).toContainText(word, { timeout: COMPARED_MS });
    await expect(this.run).toBeVisible();
  }

  /** The row of the comparison that is shown, among the earlier ones. */
  get shownRow(): Locator {
    return this.earlier.getByRole("row").filter({ hasText: "Shown above" });
  }

  /** Removes the shown one from the earlier ones. */
  async forget(): Promise<void> {
    await this.shownRow.getByRole("button", { name: /^Remove the comparison/ }).click();
    await this.main.getByRole("button", { name: "Remove for good" }).click();
  }

  /** The drawing of one lane. */
  lane(word: string): Locator {
    return this.main.getByRole("img", { name: new RegExp(`^${word}\\.`) });
  }

  /** The cells of a row: of the two isolations, and their difference. */
  async cells(measure: string): Promise<readonly string[]> {
    const row = this.table
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: measure }) });
    return row.getByRole("cell").allInnerTexts();
  }
}
