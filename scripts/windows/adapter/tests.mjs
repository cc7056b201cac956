// @ts-check
import { describe as nodeDescribe, it as nodeIt } from "node:test";
import { awake } from "./awake.mjs";
import { titleOf } from "./each.mjs";
import { expect } from "./expect.mjs";
import { PATIENCE_MS } from "./hooks.mjs";

/**
 * @typedef {object} Context what a test gets
 * @property {(reason?: string | boolean, note?: string) => void} skip ends the test, counted as skipped
 * @property {{ readonly name: string }} task
 * @property {typeof expect} expect
 * @property {(clean: () => unknown) => void} onTestFinished
 * @property {AbortSignal} signal
 */

/**
 * @typedef {(context: Context) => unknown} Body
 * @typedef {{ timeout?: number, skip?: boolean }} Options
 */

/** Thrown by `context.skip`: what follows it in the test is not run. */
class Skipped extends Error {}

/** @param {string} name @param {Options} options @param {Body} body */
function define(name, { timeout = PATIENCE_MS, skip = false }, body) {
  void nodeIt(name, { timeout, skip: skip ? "skipped by its own condition" : false }, async (node) => {
    try {
      await awake(() => body(contextOf(node, name)), timeout);
    } catch (thrown) {
      if (!(thrown instanceof Skipped)) throw thrown;
      // Not at once: Node runs no afterEach for a test that is marked so.
      node.after(() => node.skip(thrown.message));
    }
  });
}

/** @param {import("node:test").TestContext} node @param {string} name @returns {Context} */
const contextOf = (node, name) => ({
  skip: (reason, note) => {
    if (reason === false) return;
    throw new Skipped(typeof reason === "string" ? reason : (note ?? "no reason given"));
  },
  task: { name },
  expect,
  onTestFinished: (clean) => node.after(async () => void (await clean())),
  signal: node.signal,
});

/**
 * Vitest takes options before the body, or a timeout after it.
 * @template B
 * @param {(name: string, options: Options, body: B) => void} make
 * @returns {(name: string, first: Options | B, second?: B | number) => void}
 */
const flexible = (make) => (name, first, second) => {
  if (typeof first === "function") {
    const timeout = typeof second === "number" ? { timeout: second } : {};
    return make(name, timeout, /** @type {B} */ (first));
  }
  return make(name, /** @type {Options} */ (first), /** @type {B} */ (second));
};

/**
 * Adds what both `it` and `describe` have.
 * @template {(...args: any[]) => unknown} B
 * @param {(name: string, options: Options, body: B) => void} make
 */
function withVariants(make) {
  const plain = flexible(make);
  const skipping = flexible((name, options, /** @type {B} */ body) =>
    make(name, { ...options, skip: true }, body),
  );
  return Object.assign(plain, {
    skip: skipping,
    skipIf: (/** @type {unknown} */ condition) => (condition ? skipping : plain),
    runIf: (/** @type {unknown} */ condition) => (condition ? plain : skipping),
    each: (/** @type {readonly unknown[]} */ rows) =>
      flexible((name, options, /** @type {B} */ body) => {
        for (const [index, row] of rows.entries()) {
          const args = Array.isArray(row) ? row : [row];
          const bound = /** @type {B} */ (/** @type {unknown} */ (() => body(...args)));
          make(titleOf(name, args, index), options, bound);
        }
      }),
  });
}

export const it = Object.assign(withVariants(define), {
  todo: (/** @type {string} */ name) => nodeIt(name, { skip: "still to be written" }),
});

export const describe = withVariants(
  (/** @type {string} */ name, /** @type {Options} */ { skip = false }, /** @type {() => void} */ body) =>
    void nodeDescribe(name, { skip: skip ? "skipped by its own condition" : false }, () => body()),
);
