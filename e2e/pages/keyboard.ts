import { expect, type Locator, type Page } from "@playwright/test";

/** The most stops a screen may have between here and there. */
const MOST_STOPS = 60;

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await isFocused(control)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}

/** Moves through rows or radios with one key until the control has the focus. */
export async function pressUntilFocused(page: Page, key: string, control: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await isFocused(control)) return;
    await page.keyboard.press(key);
  }
  await expect(control).toBeFocused();
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
