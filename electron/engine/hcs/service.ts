import type { NativeHcs, NativeSystem } from "../../../native/hcs.ts";
import { parseDocument } from "./documents/parse-document.ts";
import { Properties, SystemList } from "./documents/properties.ts";
import { PropertyQuery, type PropertyType } from "./documents/property-query.ts";
import { SystemQuery } from "./documents/system-query.ts";
import { writeDocument } from "./documents/write-document.ts";
import { type ExactJson, readJson } from "./read-json.ts";

/** Every compute system on the host. */
export async function listSystems(native: NativeHcs): Promise<readonly Properties[]> {
  return parseDocument("HcsEnumerateComputeSystems", await native.enumerate(null), SystemList);
}

/** One system of the list; null when it is not there. */
export async function findSystem(native: NativeHcs, id: string): Promise<Properties | null> {
  const text = await native.enumerate(writeDocument(SystemQuery, { Ids: [id] }));
  const found = parseDocument("HcsEnumerateComputeSystems", text, SystemList);
  return found.find(({ Id }) => Id === id) ?? null;
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

const OP = "HcsGetComputeSystemProperties";

export async function readProperties(
  system: NativeSystem,
  types: readonly PropertyType[],
): Promise<Properties> {
  return parseDocument(OP, await system.properties(query(types)), Properties);
}

/** The whole document as HCS wrote it, unknown fields included; null when the system does not tell. */
export async function rawProperties(
  system: NativeSystem,
  types: readonly PropertyType[],
): Promise<ExactJson> {
  const text = await system.properties(query(types));
  return text === null ? null : readJson(text);
}
