import type { Page } from "@playwright/test";

/** Where a window's page begins, for pages that are not a browser's. */
const starts = new WeakMap<Page, string>();

/** Says where this page begins. A browser's page begins at the base URL. */
export function startsAt(page: Page, url: string): void {
  starts.set(page, url);
}

/** Loads the app anew, as somebody who has just started it sees it. */
export async function openApp(page: Page): Promise<void> {
  await page.goto(starts.get(page) ?? "/");
}
