// @ts-check

/** Where the stand-in's bundle lies, as a URL. */
let standIn = "";

/** @param {{ standIn: string }} data */
export function initialize(data) {
  standIn = data.standIn;
}

/**
 * Resolves `electron` to the stand-in, for whatever asks.
 * @type {import("node:module").ResolveHook}
 */
export async function resolve(specifier, context, next) {
  return specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context);
}
