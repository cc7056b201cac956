// @ts-check
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  addCustomEqualityTesters,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import { poll } from "./poll.mjs";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Vitest's own matchers, without its snapshots. */
export const expect = /** @type {any} */ (
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => {
    const { assertionCalls } = getState(expect);
    setState({ assertionCalls: assertionCalls + 1 }, expect);
    return chai.expect(value, message);
  }
);

Object.assign(expect, chai.expect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT));
expect.getState = () => getState(expect);
expect.setState = (/** @type {object} */ state) => setState(state, expect);
expect.assert = chai.assert;
expect.extend = (/** @type {object} */ matchers) => /** @type {any} */ (chai.expect).extend(expect, matchers);
expect.addEqualityTesters = addCustomEqualityTesters;
expect.poll = poll(expect);
expect.unreachable = (/** @type {string | undefined} */ message) =>
  chai.assert.fail(`expected not to be reached${message === undefined ? "" : `: ${message}`}`);
expect.extend(customMatchers);
setState({ assertionCalls: 0 }, expect);
Reflect.set(globalThis, GLOBAL_EXPECT, expect);
