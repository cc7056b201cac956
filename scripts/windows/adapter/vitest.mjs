// @ts-check
// What the Windows tests import as "vitest": Vitest itself needs workers and pipes that Wine does not give.

export { expect } from "./expect.mjs";
export { afterAll, afterEach, beforeAll, beforeEach } from "./hooks.mjs";
export { spy as vi } from "./spies.mjs";
export { describe, it, it as test } from "./tests.mjs";
