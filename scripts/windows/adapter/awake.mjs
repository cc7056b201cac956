// @ts-check

/** As long as a timer can be. */
const LONG_MS = 2 ** 31 - 1;

/**
 * Keeps the process alive while something of a test runs, as Vitest's worker does: what a test waits for need not.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function awake(work) {
  const timer = setInterval(() => {}, LONG_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
