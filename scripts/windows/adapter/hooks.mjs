// @ts-check
import { after, before, afterEach as nodeAfterEach, beforeEach as nodeBeforeEach } from "node:test";
import { awake } from "./awake.mjs";

/** Milliseconds, as in vitest.config.ts. */
export const PATIENCE_MS = 60_000;

/**
 * @typedef {() => unknown} Body
 * @typedef {(body: Body, timeout?: number) => void} Hook
 */

/** @typedef {(work: () => Promise<void>, options: { timeout: number }) => void} NodeHook */

/** @type {(hook: NodeHook) => Hook} */
const plain =
  (hook) =>
  (body, timeout = PATIENCE_MS) =>
    hook(async () => void (await awake(body, timeout)), { timeout });

/**
 * A function that a hook returns is its clean-up. It is run where the hook stands among the closing ones: Node runs one
 * that is added from inside a hook at once.
 * @type {(open: NodeHook, close: NodeHook) => Hook}
 */
const opening =
  (open, close) =>
  (body, timeout = PATIENCE_MS) => {
    /** @type {unknown} */
    let clean;
    open(
      async () => {
        clean = await awake(body, timeout);
      },
      { timeout },
    );
    plain(close)(() => (typeof clean === "function" ? clean() : undefined), timeout);
  };

export const beforeAll = opening(before, after);
export const afterAll = plain(after);
export const beforeEach = opening(nodeBeforeEach, nodeAfterEach);
export const afterEach = plain(nodeAfterEach);
