// @ts-check
import { launch, readTop, remove } from "./docker.mjs";
import { readSystem } from "./hcs-facts.mjs";
import { identityOf, readTable } from "./host-table.mjs";
import { readOpenPoints } from "./open-points.mjs";

/**
 * @typedef {import("./host-table.mjs").Row} Row
 *
 * @typedef {object} Host what a scene is played on
 * @property {import("./runner.mjs").Run} run
 * @property {import("../../native/index.ts").Addon} addon
 * @property {(ms: number) => Promise<void>} pause
 *
 * @typedef {object} SceneFacts one container in one isolation, seen from all sides
 * @property {string | null} trouble why there was no container, as docker said it; the rest is empty then
 * @property {string} id
 * @property {readonly import("./docker.mjs").TopRow[]} top what docker lists inside
 * @property {readonly Row[]} born host processes that came with it
 * @property {import("./hcs-facts.mjs").SystemFacts} hcs
 * @property {import("./open-points.mjs").OpenPoints | null} open while it ran
 * @property {string | null} removal what went wrong at its end
 * @property {readonly Row[]} left of `born`, what still was there long after its end
 */

/** Only these are the container's own or its VM's; a host starts other programs at any time. */
const CONCERNED = /^(?:ping|vmwp|vmmem.*|cexecsvc)$/i;
const END_CHECKS = 60;
const END_PAUSE_MS = 500;
/** @type {import("./hcs-facts.mjs").HcsAnswer} */
const UNASKED = { document: null, failed: { message: "there was no container", code: null } };

/**
 * Plays the scene in one isolation and removes the container again, whatever happens.
 * @param {Host} host @param {string} image @param {"process" | "hyperv"} isolation
 * @returns {Promise<SceneFacts>}
 */
export async function playScene({ run, addon, pause }, image, isolation) {
  const name = `isoscope-acceptance-${isolation}`;
  const before = new Set((await readTable(addon)).map(identityOf));
  const launched = await launch(run, image, isolation, name);
  if (launched.id === null) {
    await remove(run, name);
    const hcs = { systems: UNASKED, properties: UNASKED };
    return { trouble: launched.trouble, id: "", top: [], born: [], hcs, open: null, removal: null, left: [] };
  }
  const { id } = launched;
  try {
    const top = await readTop(run, id);
    const born = (await readTable(addon)).filter(
      (row) => CONCERNED.test(row.name) && !before.has(identityOf(row)),
    );
    const hcs = await readSystem(addon, id);
    const open = await readOpenPoints(run);
    const removal = await remove(run, name);
    return { trouble: null, id, top, born, hcs, open, removal, left: await stillThere(addon, born, pause) };
  } catch (thrown) {
    await remove(run, name);
    throw thrown;
  }
}

/** @param {Host["addon"]} addon @param {readonly Row[]} born @param {Host["pause"]} pause */
async function stillThere(addon, born, pause) {
  const own = new Set(born.map(identityOf));
  for (let check = 0; ; check += 1) {
    const left = (await readTable(addon)).filter((row) => own.has(identityOf(row)));
    if (left.length === 0 || check === END_CHECKS) return left;
    await pause(END_PAUSE_MS);
  }
}
