import { expect, type Locator, type Page } from "@playwright/test";
import { goTo } from "./go-to.ts";

/** A file as somebody has it on the desktop. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The list of images. */
export class ImagesPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly import: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("grid", { name: "Images" });
    this.import = page.getByRole("button", { name: "Import…" });
    this.problems = page.getByRole("main").getByRole("alert");
  }

  async open(): Promise<void> {
    await goTo(this.page, "#/images");
    await expect(this.page.getByRole("heading", { level: 1, name: "Images" })).toBeVisible();
  }

  row(ref: string): Locator {
    return this.grid.getByRole("row").filter({ hasText: ref });
  }

  /** The question for the name of a root filesystem. */
  question(file: string): Locator {
    return this.page.getByRole("form", { name: `${file} needs a reference.` });
  }

  /** The line of an import under way. */
  job(file: string): Locator {
    return this.page
      .getByRole("main")
      .locator(".job")
      .filter({ hasText: `Import ${file}` });
  }

  /** Picks an action in the row's menu. */
  async act(ref: string, action: string): Promise<void> {
    await this.row(ref).press("Shift+F10");
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  /** Drops a file on the page, as from the desktop. */
  async drop({ name, bytes }: DroppedFile): Promise<void> {
    const data = await this.page.evaluateHandle(
      ({ name, base64 }) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
        return transfer;
      },
      { name, base64: bytes.toString("base64") },
    );
    const main = this.page.getByRole("main");
    await main.dispatchEvent("dragenter", { dataTransfer: data });
    await expect(this.page.getByText("Drop to import")).toBeVisible();
    await main.dispatchEvent("drop", { dataTransfer: data });
    await expect(this.page.getByText("Drop to import")).toBeHidden();
    await data.dispose();
  }

  /** Chooses a file as the system's dialog would. */
  async choose(name: string, bytes: Buffer): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.import.click();
    await (await chooser).setFiles({ name, mimeType: "application/x-tar", buffer: bytes });
  }

  /** Removes one image, as its menu and the dialog offer. */
  async remove(ref: string): Promise<void> {
    await this.act(ref, "Remove");
    await this.page.getByRole("alertdialog").getByRole("button", { name: "Remove", exact: true }).click();
    // While a dialog is closing, the page behind it is hidden from roles: "no row" would be true too early.
    const rows = this.page.getByRole("row", { includeHidden: true });
    await expect(rows.filter({ hasText: ref })).toHaveCount(0);
  }
}
