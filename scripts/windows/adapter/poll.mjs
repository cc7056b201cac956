// @ts-check
import { setTimeout as pause } from "node:timers/promises";

const INTERVAL_MS = 50;
const TIMEOUT_MS = 1000;

/**
 * `expect.poll`: asks again until the matcher holds or the time is up, and then fails as it last did.
 * @param {any} expect
 */
export const poll =
  (expect) =>
  /** @param {() => unknown} read @param {{ interval?: number, timeout?: number, message?: string }} [options] */
  (read, { interval = INTERVAL_MS, timeout = TIMEOUT_MS, message } = {}) => {
    const matcherOf =
      (/** @type {boolean} */ negated, /** @type {string} */ name) =>
      (/** @type {unknown[]} */ ...args) =>
        retry(
          async () => {
            const assertion = expect(await read(), message);
            return (negated ? assertion.not : assertion)[name](...args);
          },
          performance.now() + timeout,
          interval,
        );
    const named = (/** @type {boolean} */ negated) =>
      new Proxy(
        {},
        {
          get: (_target, name) => (name === "not" ? named(!negated) : matcherOf(negated, String(name))),
        },
      );
    return named(false);
  };

/** @param {() => Promise<unknown>} attempt @param {number} until @param {number} interval ms */
async function retry(attempt, until, interval) {
  for (;;) {
    try {
      return await attempt();
    } catch (thrown) {
      if (performance.now() >= until) throw thrown;
    }
    await pause(interval);
  }
}
