// @ts-check
import { inspect } from "node:util";

// Runs in Windows' Node, by itself: it must import nothing of ours.

/**
 * A reporter of node:test: one line of JSON per test, which `results.mjs` reads.
 * @param {AsyncIterable<{ type: string, data: any }>} source
 */
export default async function* report(source) {
  /** @type {string[]} */
  const path = [];
  for await (const { type, data } of source) {
    if (type === "test:start") {
      path.length = data.nesting;
      path.push(data.name);
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    const outcome = outcomeOf(type, data);
    path.length = data.nesting;
    if (outcome) yield `${JSON.stringify({ name: [...path, data.name].join(" > "), ...outcome })}\n`;
  }
  yield `${JSON.stringify({ done: true })}\n`;
}

/** A group that failed only because of its tests is not counted again. @param {string} type @param {any} data */
function outcomeOf(type, data) {
  const isGroup = data.details?.type === "suite";
  if (typeof data.skip === "string" || data.skip === true) {
    return { outcome: "skipped", reason: data.skip === true ? "no reason given" : data.skip };
  }
  if (type === "test:pass") return isGroup ? null : { outcome: "passed", ms: data.details.duration_ms };
  const error = data.details?.error;
  if (isGroup && error?.failureType === "subtestsFailed") return null;
  const cause = error?.cause ?? error;
  return { outcome: "failed", detail: `${cause?.stack ?? cause}${differenceOf(cause)}` };
}

/** What a matcher compared: the message of a long one does not tell. @param {any} error */
function differenceOf(error) {
  if (typeof error !== "object" || error === null || !("expected" in error)) return "";
  const show = (/** @type {unknown} */ value) =>
    inspect(value, { depth: 6, maxStringLength: 2000, maxArrayLength: 50 });
  return `\n  actual:   ${show(error.actual)}\n  expected: ${show(error.expected)}`;
}
