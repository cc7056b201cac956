/**
 * How values that structured clone allows travel as JSON. A slot is a primitive or refers to a node by its index, so that
 * shared and circular references survive.
 */
export type Slot =
  | string
  | number
  | boolean
  | null
  | readonly ["undefined"]
  | readonly ["hole"]
  | readonly ["number", string]
  | readonly ["bigint", string]
  | readonly ["function", number]
  | readonly ["node", number];

export type WireNode =
  | readonly ["object", readonly (readonly [key: string, value: Slot])[]]
  | readonly ["array", readonly Slot[]]
  | readonly ["map", readonly (readonly [key: Slot, value: Slot])[]]
  | readonly ["set", readonly Slot[]]
  | readonly ["date", number | null]
  | readonly ["regexp", source: string, flags: string]
  | readonly ["error", name: string, message: string, stack: string]
  | readonly ["bytes", type: string, base64: string];

export interface Wire {
  readonly root: Slot;
  readonly nodes: readonly WireNode[];
}

/** Views whose bytes cross, a buffer as itself; each is copied whole. */
export const VIEWS: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  DataView,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};
