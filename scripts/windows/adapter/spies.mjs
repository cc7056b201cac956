// @ts-check
import { clearAllMocks, fn, isMockFunction, resetAllMocks, restoreAllMocks, spyOn } from "@vitest/spy";

/** The part of Vitest's `vi` that needs no transformed modules and no fake timers. */
export const spy = {
  fn,
  spyOn,
  isMockFunction,
  clearAllMocks,
  resetAllMocks,
  restoreAllMocks,
  /** For types only. @template T @param {T} item */
  mocked: (item) => item,
};
