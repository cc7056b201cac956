import type { Page } from "@playwright/test";

/** Keeps what the page copies from now on: reading the clipboard is denied in the desktop app, on purpose. */
export async function keepCopiedText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      await write(text);
      Object.assign(window, { copiedText: text });
    };
  });
}

/** What was copied last; "" before anything was. */
export const copiedText = (page: Page): Promise<string> =>
  page.evaluate(() => String(Reflect.get(window, "copiedText") ?? ""));
