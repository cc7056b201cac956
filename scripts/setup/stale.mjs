// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Tests change no artefact. */
const IS_TEST = /\.test\.tsx?$/;

/**
 * A digest over names and contents of files and whole folders: equal digests are equal inputs. What is not there counts
 * as not there, so that its coming changes the digest.
 * @param {string} root
 * @param {readonly string[]} inputs relative to `root`
 * @param {readonly string[]} [extra] what else the result depends on
 */
export function digestOf(root, inputs, extra = []) {
  const hash = createHash("sha256").update(JSON.stringify(extra));
  for (const file of inputs.flatMap((input) => filesOf(root, input))) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} root @param {string} input @returns {string[]} relative paths, sorted */
function filesOf(root, input) {
  const full = path.join(root, input);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [input];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !IS_TEST.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} inputs files and folders, relative to the root
 * @property {readonly string[]} outputs what must be there afterwards, relative to the root
 * @property {readonly string[]} [extra] what else the outputs depend on
 * @property {() => Promise<unknown>} build
 */

/**
 * Builds a target when an input has changed since it was last built, or an output is missing.
 * @param {Target} target
 * @param {{ root: string, memory: string }} where
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildIfStale(target, { root, memory }) {
  const stamp = path.join(memory, "built", target.name);
  const digest = digestOf(root, target.inputs, target.extra);
  const whole = target.outputs.every((output) => existsSync(path.join(root, output)));
  if (whole && readOr(stamp, "") === digest) return false;
  await target.build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

/** @param {string} file @param {string} otherwise */
export function readOr(file, otherwise) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
