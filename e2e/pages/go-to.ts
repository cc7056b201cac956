import type { Page } from "@playwright/test";

/** Goes to a route as a link on the page would, without loading the page anew. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}
