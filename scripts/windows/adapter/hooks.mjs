// @ts-check
import { after, before, afterEach as nodeAfterEach, beforeEach as nodeBeforeEach } from "node:test";
import { awake } from "./awake.mjs";

/** Milliseconds, as in vitest.config.ts. */
export const PATIENCE_MS = 60_000;

/**
 * @typedef {() => unknown} Body
 * @typedef {(body: Body, timeout?: number) => void} Hook
 */

/** A function that a hook returns is its clean-up. @type {(open: typeof before, close: typeof after) => Hook} */
const opening =
  (open, close) =>
  (body, timeout = PATIENCE_MS) =>
    open(
      async () => {
        const clean = await awake(body);
        if (typeof clean === "function") close(() => awake(() => clean()), { timeout });
      },
      { timeout },
    );

/** @type {Hook} */
export const beforeAll = opening(before, after);
/** @type {Hook} */
export const afterAll = (body, timeout = PATIENCE_MS) =>
  after(async () => void (await awake(body)), { timeout });
/** @type {Hook} */
export const beforeEach = (body, timeout = PATIENCE_MS) =>
  nodeBeforeEach(async () => void (await awake(body)), { timeout });
/** @type {Hook} */
export const afterEach = (body, timeout = PATIENCE_MS) =>
  nodeAfterEach(async () => void (await awake(body)), { timeout });
