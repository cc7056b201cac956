import type { NativeHcs, NativeSystem } from "../../../native/hcs.ts";
import { withDeadline } from "../deadline.ts";
import type { Clock } from "../engine.ts";
import { parseDocument } from "./documents/parse-document.ts";
import { Properties, SystemList } from "./documents/properties.ts";
import { PropertyQuery, type PropertyType } from "./documents/property-query.ts";
import { SystemQuery } from "./documents/system-query.ts";
import { writeDocument } from "./documents/write-document.ts";
import { readJson } from "./read-json.ts";

/** How long an answer may take, ms. One that does not come is a `timeout`, not a list that stands still. */
const ANSWER_MS = 10_000;

const ENUMERATE = "HcsEnumerateComputeSystems";
const PROPERTIES = "HcsGetComputeSystemProperties";

/** Every compute system on the host. */
export const listSystems = (native: NativeHcs, clock: Clock): Promise<readonly Properties[]> =>
  enumerate(native, clock, null);

/** One system of the list; null when it is not there. */
export async function findSystem(native: NativeHcs, id: string, clock: Clock): Promise<Properties | null> {
  const found = await enumerate(native, clock, writeDocument(SystemQuery, { Ids: [id] }));
  return found.find(({ Id }) => Id === id) ?? null;
}

async function enumerate(native: NativeHcs, clock: Clock, asked: string | null) {
  const text = await withDeadline(clock, ANSWER_MS, ENUMERATE, native.enumerate(asked));
  return parseDocument(ENUMERATE, text, SystemList);
}

/** Opens, uses and closes at once: a handle that is held keeps a system alive whose owner has died. */
export async function withSystem<T>(
  native: NativeHcs,
  id: string,
  use: (system: NativeSystem) => Promise<T>,
): Promise<T> {
  const system = await native.open(id);
  try {
    return await use(system);
  } finally {
    system.close();
  }
}

const query = (types: readonly PropertyType[]): string | null =>
  types.length === 0 ? null : writeDocument(PropertyQuery, { PropertyTypes: types });

export async function readProperties(
  system: NativeSystem,
  types: readonly PropertyType[],
  clock: Clock,
): Promise<Properties> {
  return parseDocument(PROPERTIES, await askProperties(system, types, clock), Properties);
}

/** The whole document as HCS wrote it, unknown fields included; null when the system does not tell. */
export async function rawProperties(
  system: NativeSystem,
  types: readonly PropertyType[],
  clock: Clock,
): Promise<unknown> {
  const text = await askProperties(system, types, clock);
  return text === null ? null : readJson(text);
}

const askProperties = (system: NativeSystem, types: readonly PropertyType[], clock: Clock) =>
  withDeadline(clock, ANSWER_MS, PROPERTIES, system.properties(query(types)));
