import { toBase64 } from "./base64.ts";
import { type Slot, VIEWS, type Wire, type WireNode } from "./wire.ts";

export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** Gives a function a number under which the other side may call it. */
export type KeepFunction = (value: AnyFunction) => number;

/**
 * Text of a value, by the rules of structured clone. Throws `DataCloneError` for what cannot be cloned: symbols,
 * promises, weak collections, anything of the page's document; functions too, unless they are kept for the other side.
 */
export function encode(value: unknown, keepFunction?: KeepFunction): string {
  const nodes: WireNode[] = [];
  const seen = new Map<object, number>();
  const slot = (part: unknown): Slot => {
    if (typeof part === "object" && part !== null) return ["node", indexOf(part)];
    if (isFunction(part) && keepFunction) return ["function", keepFunction(part)];
    return primitive(part);
  };
  const indexOf = (part: object): number => {
    const known = seen.get(part);
    if (known !== undefined) return known;
    const index = nodes.length;
    seen.set(part, index);
    // Holds the place, because a part may refer back to it.
    nodes.push(["set", []]);
    nodes[index] = nodeOf(part, slot);
    return index;
  };
  const wire: Wire = { root: slot(value), nodes };
  return JSON.stringify(wire);
}

const isFunction = (value: unknown): value is AnyFunction => typeof value === "function";

function primitive(value: unknown): Slot {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (value === undefined) return ["undefined"];
  if (typeof value === "bigint") return ["bigint", String(value)];
  if (typeof value !== "number") throw notCloneable(typeof value);
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return ["number", Object.is(value, -0) ? "-0" : String(value)];
}

function nodeOf(value: object, slot: (part: unknown) => Slot): WireNode {
  if (Array.isArray(value)) return ["array", arraySlots(value, slot)];
  if (value instanceof Map) return ["map", [...value].map(([key, item]) => [slot(key), slot(item)] as const)];
  if (value instanceof Set) return ["set", [...value].map(slot)];
  if (value instanceof Date) return ["date", Number.isNaN(value.getTime()) ? null : value.getTime()];
  if (value instanceof RegExp) return ["regexp", value.source, value.flags];
  if (value instanceof Error) return ["error", value.name, value.message, value.stack ?? ""];
  return binaryNode(value) ?? plainNode(value, slot);
}

function arraySlots(value: readonly unknown[], slot: (part: unknown) => Slot): readonly Slot[] {
  return Array.from(value, (item, index): Slot => (index in value ? slot(item) : ["hole"]));
}

function binaryNode(value: object): WireNode | null {
  const bytes = bytesOf(value);
  if (!bytes) return null;
  const type = tagOf(value);
  if (type !== "ArrayBuffer" && !(type in VIEWS)) throw notCloneable(type);
  return ["bytes", type, toBase64(bytes)];
}

function bytesOf(value: object): Uint8Array | null {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null;
}

function plainNode(value: object, slot: (part: unknown) => Slot): WireNode {
  const tag = tagOf(value);
  if (tag !== "Object") throw notCloneable(tag);
  return ["object", Object.entries(value).map(([key, item]) => [key, slot(item)] as const)];
}

/** The name between the brackets of `[object Name]`. */
const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

const notCloneable = (what: string): DOMException =>
  new DOMException(`An object could not be cloned: ${what}.`, "DataCloneError");
