// @ts-check
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

/** Where a build leaves the Windows addon, best first: cross-built, by the app's own script, by node-gyp. */
const PLACES = ["win32-x64/isoscope.node", "isoscope.node", "Release/isoscope.node"];

export const USAGE = `Usage: node scripts/windows-acceptance.mjs [--addon FILE] [--image REF] [--out FILE]

Prints one line per check: pass, fail or skip, its name and why. Ends with 1 when one failed.

  --addon FILE  Isoscope's addon; default: the one below native/build
  --image REF   a Windows image with ping; default: the Nano Server of this host's build
  --out FILE    where everything found out is written; default: isoscope-acceptance.json`;

/**
 * @typedef {{ readonly help: boolean, readonly addonPath: string, readonly image: string | null, readonly out: string }} Options
 */

/**
 * @param {readonly string[]} args @param {string} nativeBuild the folder native/build
 * @param {(file: string) => boolean} [exists]
 * @returns {Options} throws on an unknown option
 */
export function readOptions(args, nativeBuild, exists = existsSync) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", default: false },
      addon: { type: "string" },
      image: { type: "string" },
      out: { type: "string", default: "isoscope-acceptance.json" },
    },
  });
  const built = PLACES.map((place) => path.join(nativeBuild, place));
  return {
    help: values.help,
    addonPath: path.resolve(
      values.addon ?? built.find((file) => exists(file)) ?? path.join(nativeBuild, "isoscope.node"),
    ),
    image: values.image ?? null,
    out: path.resolve(values.out),
  };
}
