import { expect, type Locator, type Page } from "@playwright/test";
import type { IsolationWord } from "./containers-page.ts";

export interface LaunchForm {
  readonly image?: string;
  readonly command?: string;
  readonly isolation?: IsolationWord;
  readonly name?: string;
  readonly interactive?: boolean;
}

export class LaunchDialog {
  readonly dialog: Locator;
  readonly image: Locator;
  readonly command: Locator;
  readonly name: Locator;
  readonly submit: Locator;
  readonly more: Locator;
  /** One item for each hole. */
  readonly holes: Locator;
  /** The line that does the same without the app. */
  readonly runLine: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Launch container" });
    this.image = this.dialog.getByRole("combobox", { name: "Image" });
    this.command = this.dialog.getByRole("textbox", { name: "Command" });
    this.more = this.dialog.getByRole("button", { name: /^Name, environment/ });
    this.name = this.dialog.getByRole("textbox", { name: "Name" });
    this.holes = this.dialog.getByRole("list", { name: "Holes" }).getByRole("listitem");
    this.runLine = this.dialog.getByRole("region", { name: "Same as" }).locator("code");
    this.submit = this.dialog.getByRole("button", { name: /^(Launch|Play)/ });
  }

  /** Fills what is given, leaving the rest as the dialog offers it. */
  async fill(form: LaunchForm): Promise<void> {
    if (form.image !== undefined) await this.image.fill(form.image);
    if (form.command !== undefined) await this.command.fill(form.command);
    if (form.interactive) await this.dialog.getByRole("switch", { name: "Interactive" }).check();
    if (form.isolation !== undefined) {
      await this.dialog.getByRole("radio", { name: new RegExp(`^${form.isolation}`) }).check();
    }
    if (form.name !== undefined) {
      if (!(await this.name.isVisible())) await this.more.click();
      await this.name.fill(form.name);
    }
  }

  /** Pastes a line into a field as the clipboard would: fields of the dialog take whole `docker run` lines. */
  async paste(line: string): Promise<void> {
    await this.command.evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", text);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, line);
    await expect(this.dialog.getByText("Filled from a docker run line.")).toBeVisible();
  }

  async unfoldHoles(): Promise<void> {
    await this.dialog.getByRole("button", { name: /^Holes in the boundary/ }).click();
  }

  async addHole(kind: string): Promise<void> {
    await this.dialog.getByRole("button", { name: "Add a hole" }).click();
    await this.dialog.page().getByRole("menuitem", { name: kind }).click();
  }

  /** Submits and waits until the dialog has closed: the container runs. */
  async launch(form: LaunchForm): Promise<void> {
    await this.fill(form);
    await this.submit.click();
    await expect(this.dialog).toBeHidden({ timeout: 120_000 });
  }
}
