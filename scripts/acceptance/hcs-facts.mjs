// @ts-check
import { parseJson } from "./powershell.mjs";

/**
 * @typedef {{ readonly document: string | null, readonly failed: null } |
 *   { readonly document: null, readonly failed: HcsTrouble }} HcsAnswer
 * @typedef {{ readonly message: string, readonly code: number | null }} HcsTrouble `code`: HRESULT or Windows error
 *
 * @typedef {object} HcsFacts what HCS answered; after a failed load the rest is empty
 * @property {HcsTrouble | null} load
 * @property {readonly string[]} missing exports that this Windows lacks
 * @property {HcsAnswer} service
 * @property {HcsAnswer} systems
 *
 * @typedef {{ readonly systems: HcsAnswer, readonly properties: HcsAnswer }} SystemFacts of one compute system
 */

const BASIC = '{"PropertyTypes":["Basic"]}';
const PROCESSES = '{"PropertyTypes":["ProcessList","Statistics"]}';
/** @type {HcsAnswer} */
const NOTHING = { document: null, failed: { message: "not asked", code: null } };

/** @typedef {Pick<import("../../native/index.ts").Addon, "openHcs">} HcsAddon */

/** @param {HcsAddon} addon @returns {Promise<HcsFacts>} */
export async function readHcs(addon) {
  try {
    return await withHcs(addon, async (hcs) => ({
      load: null,
      missing: hcs.missing,
      service: await answerOf(hcs.serviceProperties(BASIC)),
      systems: await answerOf(hcs.enumerate(null)),
    }));
  } catch (thrown) {
    return { load: troubleOf(thrown), missing: [], service: NOTHING, systems: NOTHING };
  }
}

/** What HCS says while this system runs. @param {HcsAddon} addon @param {string} id @returns {Promise<SystemFacts>} */
export async function readSystem(addon, id) {
  try {
    return await withHcs(addon, async (hcs) => ({
      systems: await answerOf(hcs.enumerate(null)),
      properties: await answerOf(propertiesOf(hcs, id)),
    }));
  } catch (thrown) {
    const failed = { document: null, failed: troubleOf(thrown) };
    return { systems: failed, properties: failed };
  }
}

/**
 * @template T
 * @param {HcsAddon} addon
 * @param {(hcs: import("../../native/hcs.ts").NativeHcs) => Promise<T>} use
 */
async function withHcs(addon, use) {
  if (!addon.openHcs) throw new Error("this addon was not built for Windows");
  const hcs = addon.openHcs();
  try {
    return await use(hcs);
  } finally {
    hcs.close();
  }
}

/** @param {import("../../native/hcs.ts").NativeHcs} hcs @param {string} id */
async function propertiesOf(hcs, id) {
  const system = await hcs.open(id);
  try {
    return await system.properties(PROCESSES);
  } finally {
    system.close();
  }
}

/** @param {Promise<string | null>} call @returns {Promise<HcsAnswer>} */
async function answerOf(call) {
  try {
    return { document: await call, failed: null };
  } catch (thrown) {
    return { document: null, failed: troubleOf(thrown) };
  }
}

/** @param {unknown} thrown @returns {HcsTrouble} */
function troubleOf(thrown) {
  if (!(thrown instanceof Error)) return { message: String(thrown), code: null };
  const code = Reflect.get(thrown, "hresult") ?? Reflect.get(thrown, "win32");
  return { message: thrown.message, code: typeof code === "number" ? code : null };
}

/** As people look it up. @param {HcsTrouble} trouble */
export const textOf = ({ message, code }) =>
  code === null ? message : `${message} (0x${code.toString(16).toUpperCase().padStart(8, "0")})`;

/**
 * The entry of this id in what HCS listed.
 * @param {HcsAnswer} systems @param {string} id
 * @returns {Readonly<Record<string, unknown>> | null}
 */
export function entryOf(systems, id) {
  const list = parseJson(systems.document ?? "");
  if (!Array.isArray(list)) return null;
  return list.find((entry) => entry?.Id === id) ?? null;
}

/**
 * When HCS says this process of the system was created, ms since the Unix epoch; null when it does not say.
 * @param {HcsAnswer} properties @param {number} pid
 */
export function createdAt(properties, pid) {
  const document = parseJson(properties.document ?? "");
  const list =
    typeof document === "object" && document !== null ? Reflect.get(document, "ProcessList") : null;
  if (!Array.isArray(list)) return null;
  const entry = list.find((each) => each?.ProcessId === pid);
  const at = Date.parse(entry?.CreateTimestamp);
  return Number.isNaN(at) ? null : at;
}
