import type { HcsCallError, HcsLoadError } from "../../../native/hcs.ts";

const has = (thrown: unknown, field: string, type: "string" | "number"): thrown is Error =>
  thrown instanceof Error && typeof Reflect.get(thrown, field) === type;

/** A call of the addon's that failed. */
export const isCallError = (thrown: unknown): thrown is HcsCallError =>
  has(thrown, "op", "string") && has(thrown, "hresult", "number");

/** The library could not be used at all. */
export const isLoadError = (thrown: unknown): thrown is HcsLoadError =>
  has(thrown, "op", "string") && has(thrown, "win32", "number");

/** A failure that an event told instead of a call. */
export const callFailure = (op: string, hresult: number): HcsCallError =>
  Object.assign(new Error(op), { op, hresult, document: null });
