// @ts-check
import { format } from "node:util";

const HOLDERS = /%[sdifjoOc]/g;

/**
 * The title of one row of `it.each`: printf's holders and `%#` for the index, and `$name` for a field of an object.
 * @param {string} title
 * @param {readonly unknown[]} args
 * @param {number} index
 */
export function titleOf(title, args, index) {
  const numbered = title.replaceAll("%#", String(index)).replaceAll("%$", String(index + 1));
  const holders = numbered.match(HOLDERS)?.length ?? 0;
  const printed = format(numbered, ...args.slice(0, holders));
  const [first] = args;
  if (typeof first !== "object" || first === null) return printed;
  return printed.replaceAll(/\$([\w.]+)/g, (whole, path) => fieldOf(first, path) ?? whole);
}

/** @param {object} row @param {string} path @returns {string | undefined} */
function fieldOf(row, path) {
  /** @type {unknown} */
  let value = row;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !(key in value)) return undefined;
    value = Reflect.get(value, key);
  }
  return typeof value === "string" ? `'${value}'` : String(value);
}
