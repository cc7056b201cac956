import { fromBase64 } from "./base64.ts";
import type { AnyFunction } from "./encode.ts";
import { type Slot, VIEWS, type Wire, type WireNode } from "./wire.ts";

/** Makes the function that calls the other side's one of this number. */
export type MakeFunction = (id: number) => AnyFunction;

/** The value of what `encode` wrote. Text of any other origin gives nonsense or throws. */
export function decode(text: string, makeFunction: MakeFunction = refuse): unknown {
  const wire: Wire = JSON.parse(text);
  const made = new Map<number, object>();
  const value = (slot: Slot): unknown => {
    if (typeof slot !== "object" || slot === null) return slot;
    const [kind, content] = slot;
    if (kind === "node") return made.get(content) ?? build(content);
    if (kind === "function") return makeFunction(content);
    if (kind === "bigint") return BigInt(content);
    return kind === "number" ? Number(content) : undefined;
  };
  const build = (index: number): object => {
    const node = wire.nodes[index];
    if (!node) throw new Error(`no node ${index}`);
    const empty = emptyOf(node);
    made.set(index, empty);
    fill(empty, node, value);
    return empty;
  };
  return value(wire.root);
}

function refuse(): never {
  throw new Error("a function where none may be");
}

function emptyOf(node: WireNode): object {
  switch (node[0]) {
    case "object":
      return {};
    case "array":
      return [];
    case "map":
      return new Map();
    case "set":
      return new Set();
    case "date":
      return new Date(node[1] ?? Number.NaN);
    case "regexp":
      return new RegExp(node[1], node[2]);
    case "error":
      return errorOf(node[1], node[2], node[3]);
    case "bytes":
      return binaryOf(node[1], fromBase64(node[2]));
  }
}

function errorOf(name: string, message: string, stack: string): Error {
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: name, configurable: true, writable: true });
  error.stack = stack;
  return error;
}

function binaryOf(type: string, bytes: Uint8Array<ArrayBuffer>): object {
  if (type === "ArrayBuffer") return bytes.buffer;
  const View = VIEWS[type];
  if (!View) throw new Error(`no binary type ${type}`);
  return new View(bytes.buffer);
}

function fill(empty: object, node: WireNode, value: (slot: Slot) => unknown): void {
  if (node[0] === "object") for (const [key, slot] of node[1]) define(empty, key, value(slot));
  else if (node[0] === "array") fillArray(empty, node[1], value);
  else if (node[0] === "map" && empty instanceof Map)
    for (const [key, slot] of node[1]) empty.set(value(key), value(slot));
  else if (node[0] === "set" && empty instanceof Set) for (const slot of node[1]) empty.add(value(slot));
}

function fillArray(empty: object, slots: readonly Slot[], value: (slot: Slot) => unknown): void {
  for (const [index, slot] of slots.entries()) if (!isHole(slot)) define(empty, String(index), value(slot));
  Object.defineProperty(empty, "length", { value: slots.length });
}

const isHole = (slot: Slot): boolean => Array.isArray(slot) && slot[0] === "hole";

/** Not by assignment: a key may be `__proto__`. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
