// @ts-check
import { chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "../setup/chromium.mjs";
import { Stop } from "../setup/say.mjs";

/** The system's Chromium without a window, as in the tests. Throws {@link Stop} where there is none. */
export async function openBrowserFor() {
  const executablePath = findChromium();
  if (executablePath === null) throw new Stop("pictures need Chromium: install it, or name it in CHROMIUM");
  const args = chromiumArguments(process.getuid?.() === 0);
  return chromium.launch({ executablePath, args: [...args, "--font-render-hinting=none"] });
}
