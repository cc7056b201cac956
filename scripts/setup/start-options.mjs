// @ts-check
import { parseArgs } from "node:util";
import { Stop } from "./say.mjs";

export const USAGE = `Usage: npm start -- [options]

Sets up what is missing, then opens Isoscope.

  --web        serve it to a browser, even where Electron could open a window
  --electron   open a window, and try again to download Electron
  --port N     serve it on this port (implies --web)
  --json       print {"url":"…"} and nothing else on standard output (implies --web)
  --no-system  install no system packages
  --help       show this`;

/**
 * @typedef {object} StartOptions
 * @property {"web" | "electron" | null} front null leaves the choice to us
 * @property {string | null} port
 * @property {boolean} json
 * @property {boolean} system whether system packages may be installed
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} argv
 * @returns {StartOptions} Throws a {@link Stop} with exit code 2 for what is not understood.
 */
export function readStartOptions(argv) {
  const values = parse(argv);
  const web = values.web || values.json || values.port !== undefined;
  if (web && values.electron)
    throw usage("--electron opens a window: it goes with none of --web, --port, --json");
  if (values.port !== undefined && !isPort(values.port)) throw usage("--port takes a number from 0 to 65535");
  return {
    front: values.electron ? "electron" : web ? "web" : null,
    port: values.port ?? null,
    json: values.json,
    system: !values["no-system"],
    help: values.help,
  };
}

/** @param {readonly string[]} argv */
function parse(argv) {
  const flag = /** @type {const} */ ({ type: "boolean", default: false });
  try {
    return parseArgs({
      args: [...argv],
      options: {
        web: flag,
        electron: flag,
        json: flag,
        help: { ...flag, short: "h" },
        "no-system": flag,
        port: { type: "string" },
      },
    }).values;
  } catch (thrown) {
    throw usage(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** @param {string} text */
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/** @param {string} problem */
const usage = (problem) => new Stop(`${problem}\n\n${USAGE}`, 2);
