// @ts-check

/**
 * @typedef {{
 *   name: string,
 *   viewport: { width: number, height: number },
 *   colorScheme: "light" | "dark",
 *   forcedColors: "none" | "active",
 * }} Look
 */

const WIDE = { width: 1280, height: 800 };

/** How every state is looked at. @type {readonly Look[]} */
export const LOOKS = [
  { name: "light", viewport: WIDE, colorScheme: "light", forcedColors: "none" },
  { name: "dark", viewport: WIDE, colorScheme: "dark", forcedColors: "none" },
  { name: "1024", viewport: { width: 1024, height: 700 }, colorScheme: "light", forcedColors: "none" },
  { name: "hc", viewport: WIDE, colorScheme: "light", forcedColors: "active" },
];

/** Everything of a page that would differ between two runs or two machines. */
export const SAME_EVERYWHERE = /** @type {const} */ ({
  locale: "en-GB",
  timezoneId: "UTC",
  deviceScaleFactor: 1,
  reducedMotion: "reduce",
});
