// @ts-check
import { ensureImage, readDocker } from "./docker.mjs";
import { readHcs } from "./hcs-facts.mjs";
import { readTable } from "./host-table.mjs";
import { imageFor } from "./image-choice.mjs";
import { readOpenPoints } from "./open-points.mjs";
import { askPowershell } from "./powershell.mjs";
import { playScene } from "./scene.mjs";

/**
 * @typedef {import("../../native/index.ts").Addon} Addon
 * @typedef {import("./scene.mjs").SceneFacts} SceneFacts
 *
 * @typedef {object} HostFacts as PowerShell tells it
 * @property {number} build
 * @property {number} revision
 * @property {string} product
 * @property {boolean} elevated
 * @property {boolean} hyperVAdministrator
 * @property {boolean} hypervisor
 * @property {number} bootedAt ms since the Unix epoch
 * @property {readonly string[]} services
 * @property {readonly string[]} libraries
 *
 * @typedef {object} Facts all that was found out, before anything is judged
 * @property {{ readonly path: string, readonly trouble: string | null,
 *   readonly version: import("../../native/hcs.ts").WindowsVersion | null }} addon
 * @property {{ readonly pid: number, readonly script: string }} own
 * @property {HostFacts | null} host
 * @property {import("./hcs-facts.mjs").HcsFacts | null} hcs
 * @property {TableFacts | null} table
 * @property {import("./docker.mjs").DockerFacts} docker
 * @property {Choice | string} choice text: why there is none
 * @property {{ readonly process: SceneFacts | string, readonly hyperv: SceneFacts | string }} scenes text: why not played
 * @property {import("./open-points.mjs").OpenPoints} open with no container of ours running
 *
 * @typedef {{ readonly before: readonly import("./host-table.mjs").Row[],
 *   readonly told: readonly import("./compare-table.mjs").Told[] | null,
 *   readonly after: readonly import("./host-table.mjs").Row[] }} TableFacts
 * @typedef {import("./image-choice.mjs").Choice & { readonly trouble: string | null }} Choice
 *
 * @typedef {object} Surroundings
 * @property {import("./runner.mjs").Run} run
 * @property {(path: string) => Addon} load throws when it does not load
 * @property {(ms: number) => Promise<void>} pause
 * @property {(line: string) => void} say
 */

const NO_ADDON = "the addon did not load";

/**
 * Finds out everything, and leaves nothing behind. Rejects only when Isoscope's own code throws.
 * @param {Surroundings} surroundings
 * @param {{ readonly addonPath: string, readonly image: string | null, readonly own: Facts["own"] }} options
 * @returns {Promise<Facts>}
 */
export async function gatherFacts({ run, load, pause, say }, { addonPath, image, own }) {
  const { addon, trouble } = tryLoad(load, addonPath);
  say("asking Windows about itself");
  const host = hostFacts(await askPowershell(run, "host"));
  const hcs = addon ? await readHcs(addon) : null;
  say("comparing the process table with Get-Process");
  const table = addon ? await readTables(run, addon) : null;
  const docker = await readDocker(run);
  const choice =
    docker.os === "windows"
      ? await chooseImage(run, say, image, host)
      : "there is no docker here that runs Windows containers";
  const play = async (/** @type {"process" | "hyperv"} */ isolation) => {
    const reason = whyNotPlayed(addon, choice, isolation);
    if (!addon || typeof choice === "string" || reason !== null) return reason ?? NO_ADDON;
    say(`launching ping under ${isolation} isolation`);
    return playScene({ run, addon, pause }, choice.image, isolation);
  };
  const scenes = { process: await play("process"), hyperv: await play("hyperv") };
  say("writing down the open points");
  const open = await readOpenPoints(run);
  const version = addon?.windowsVersion?.() ?? null;
  return {
    addon: { path: addonPath, trouble, version },
    own,
    host,
    hcs,
    table,
    docker,
    choice,
    scenes,
    open,
  };
}

/** @param {Addon | null} addon @param {Choice | string} choice @param {"process" | "hyperv"} isolation */
function whyNotPlayed(addon, choice, isolation) {
  if (!addon) return NO_ADDON;
  return typeof choice === "string" ? choice : (choice[isolation] ?? choice.trouble);
}

/** @param {Surroundings["load"]} load @param {string} path */
function tryLoad(load, path) {
  try {
    return { addon: load(path), trouble: null };
  } catch (thrown) {
    return { addon: null, trouble: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** @param {Surroundings["run"]} run @param {Addon} addon @returns {Promise<TableFacts>} */
async function readTables(run, addon) {
  const before = await readTable(addon);
  const told = await askPowershell(run, "processes");
  return { before, told: Array.isArray(told) ? told : null, after: await readTable(addon) };
}

/**
 * @param {Surroundings["run"]} run @param {Surroundings["say"]} say @param {string | null} asked @param {HostFacts | null} host
 * @returns {Promise<Choice | string>}
 */
async function chooseImage(run, say, asked, host) {
  const found = asked === null ? imageFor(host?.build ?? 0) : { image: asked, process: null, hyperv: null };
  if (!found) return `no image is known for Windows build ${host?.build ?? "unknown"}: name one with --image`;
  say(`fetching ${found.image} unless it is here`);
  return { ...found, trouble: await ensureImage(run, found.image) };
}

/** @param {unknown} answer @returns {HostFacts | null} */
function hostFacts(answer) {
  const isTold =
    typeof answer === "object" && answer !== null && typeof Reflect.get(answer, "build") === "number";
  return isTold ? /** @type {HostFacts} */ (answer) : null;
}
