// @ts-check

/** Long enough for the limit itself to speak first. */
const MORE_MS = 500;

/**
 * Keeps the process alive while something of a test runs, as Vitest's worker does: what a test waits for need not. No
 * longer than it may take, or a test that is late for ever would keep the process for ever.
 * @template T
 * @param {() => T | Promise<T>} work
 * @param {number} timeout milliseconds
 * @returns {Promise<T>}
 */
export async function awake(work, timeout) {
  const timer = setTimeout(() => {}, timeout + MORE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
