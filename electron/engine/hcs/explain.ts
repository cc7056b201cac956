import type { HcsCallError, HcsLoadError } from "../../../native/hcs.ts";
import { type IsoscopeError, IsoscopeFailure, toIsoscopeError } from "../../contract/errors.ts";
import { normaliseResult, type ResultCode, resultCode } from "../../model/hresult.ts";
import { fail } from "../failures.ts";
import { glanceAt } from "./documents/parse-document.ts";
import { linesOf, ResultError } from "./documents/result-error.ts";
import { isCallError, isLoadError } from "./native-errors.ts";

/** What a call was about, for the words of its failure. */
export interface Subject {
  /** The container or VM, as people know it. */
  readonly name: string;
  readonly engine: string;
  /** Version of this Windows, and of the image's where one is at stake. */
  readonly host: string;
  readonly image?: string | null;
  /** Which capability is missing when a feature of Windows is. */
  readonly capability?: string;
}

/** Runs calls of the addon: whatever they throw comes out as an `IsoscopeFailure`. */
export async function explained<T>(subject: Subject, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw explain(thrown, subject);
  }
}

/** Any failure of the addon's as contract data. The code as it came and HCS's own words are in `detail`. */
export function explain(thrown: unknown, subject: Subject): IsoscopeFailure {
  if (thrown instanceof IsoscopeFailure) return thrown;
  const error = isCallError(thrown)
    ? callError(thrown, subject)
    : isLoadError(thrown)
      ? loadError(thrown)
      : toIsoscopeError(thrown);
  return new IsoscopeFailure(error, { cause: thrown });
}

/** True for failures that say the thing is no more: then stopping or ending it has succeeded. */
export const saysGone = (thrown: unknown): boolean =>
  isCallError(thrown) && resultCode(resultOf(thrown))?.kind === "gone";

/** Runs an ending call; that it has ended already is no failure. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (thrown) {
    if (!saysGone(thrown)) throw thrown;
  }
}

const E_ABORT = 0x8000_4004;

/** The answer's own code is the more exact one where the call's is a general failure. */
function resultOf({ hresult, document }: HcsCallError): number {
  if (resultCode(hresult)) return hresult;
  const told = glanceAt(document, ResultError)?.Error;
  return told !== undefined && resultCode(told) ? told : hresult;
}

function callError(thrown: HcsCallError, subject: Subject): IsoscopeError {
  const result = resultOf(thrown);
  if (normaliseResult(result) === E_ABORT) return { code: "cancelled", op: thrown.op };
  const known = resultCode(result);
  const detail = detailOf(thrown, known);
  return known ? { ...knownError(known, thrown, subject), detail } : unknownError(thrown, detail);
}

type Detailed = Exclude<IsoscopeError, { readonly code: "cancelled" | "disconnected" }>;

function knownError(known: ResultCode, { op, hresult }: HcsCallError, subject: Subject): Detailed {
  const { meaning: reason, kind } = known;
  const fix = known.fix === undefined ? {} : { fix: known.fix };
  switch (kind) {
    case "mismatch":
      return { code: "os-mismatch", host: subject.host, image: subject.image ?? "unknown", ...fix };
    case "denied":
      return { code: "denied", reason, ...fix };
    case "missing-feature":
      return { code: "unsupported", capability: subject.capability ?? "hcs", reason, ...fix };
    case "service":
      return { code: "unavailable", engine: subject.engine, reason, ...fix };
    case "gone":
      return { code: "not-found", what: "container", name: subject.name };
    case "state":
    case "exists":
      return { code: "conflict", message: `${subject.name}: ${reason}` };
    case "ours":
      return { code: "internal", message: `${op}: ${reason} This is a defect of Isoscope.` };
    case "busy":
    case "failed":
      return { code: "hresult", op, hresult: hresult >>> 0, meaning: reason, ...fix };
  }
}

const unknownError = ({ op, hresult }: HcsCallError, detail: string): IsoscopeError => ({
  code: "hresult",
  op,
  hresult: hresult >>> 0,
  meaning: "Windows gave a result that Isoscope does not know.",
  detail,
});

function detailOf({ op, hresult, document }: HcsCallError, known: ResultCode | null): string {
  const told = glanceAt(document, ResultError);
  const code = `0x${(hresult >>> 0).toString(16).padStart(8, "0")}`;
  return [`${op}: ${code}${known ? ` ${known.name}` : ""}`, ...(told ? linesOf(told) : [])].join("\n");
}

const ERROR_PROC_NOT_FOUND = 127;

function loadError({ op, win32, symbol, message }: HcsLoadError): IsoscopeError {
  const known = resultCode(win32);
  const lacks = win32 === ERROR_PROC_NOT_FOUND && symbol ? ` computecore.dll lacks ${symbol}.` : "";
  return {
    code: "unsupported",
    capability: "hcs",
    reason: `${known?.meaning ?? "computecore.dll could not be loaded."}${lacks}`,
    ...(known?.fix === undefined ? {} : { fix: known.fix }),
    detail: `${op}: error ${win32}\n${message}`,
  };
}

/** Rejections for what this engine never does. */
export const unsupported = (capability: string, reason: string): IsoscopeFailure =>
  fail({ code: "unsupported", capability, reason });
