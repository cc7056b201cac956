// @ts-check

/**
 * The files that a page loads before it can show anything: its scripts, what those are known to import, its styles.
 * @param {string} html
 * @returns {string[]} as the page names them
 */
export function firstLoadFiles(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const files = tags.filter(isNeeded).map((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(files)].filter((file) => file !== undefined);
}

/** @param {string} tag */
const isNeeded = (tag) => tag.startsWith("<script") || /\brel="(?:modulepreload|stylesheet)"/.test(tag);
