import type { IsoscopeError } from "../../contract/errors.ts";
import { type ResultCode, resultCode } from "../../model/hresult.ts";

/** What failed on a Windows daemon, for the words of its failure. */
export interface WindowsSubject {
  /** In words: "start". */
  readonly op: string;
  readonly engine: string;
  /** Versions of this Windows and of the image's, `10.0.20348`, or the image's name. */
  readonly host: string;
  readonly image: string;
  /** What is missing when a feature of Windows is: `launch.hyperv`. */
  readonly capability: string;
  /** The way out when image and host do not fit; absent takes a general one. */
  readonly mismatchFix?: string;
}

/**
 * What a Windows daemon's text means, where it carries a result of Windows; undefined where it does not. Old hcsshim ends
 * Windows' sentence with "(0xc0370101)" and drops the 0x8007 of Win32 codes; newer ones leave the sentence alone.
 */
export function windowsFailure(message: string, subject: WindowsSubject): IsoscopeError | undefined {
  const refused = /Windows version ([\d.]+)-based image is incompatible with a ([\d.]+) host/i.exec(message);
  if (refused)
    return mismatch({ ...subject, image: refused[1] ?? "", host: refused[2] ?? "" }, undefined, message);
  if (/utility VM image could not be found/i.test(message)) return noUtilityVm(subject, message);
  const result = resultIn(message);
  if (result === null) return undefined;
  const known = resultCode(result);
  return known ? knownFailure(known, subject, message) : unknownFailure(result, subject, message);
}

/** Microsoft's sentences for results that hcsshim does not number, seen in public issue threads. */
const SENTENCES: readonly (readonly [RegExp, number])[] = [
  [/operating system (?:of the container )?does not match the (?:host )?operating system/i, 0x8037_0101],
  [/a required feature is not installed/i, 0x8037_0102],
  [/no hypervisor is present/i, 0xc035_1000],
  [/exited unexpectedly/i, 0x8037_0106],
  [/cannot find the file specified/i, 0x8007_0002],
  [/the request is not supported/i, 0x8007_0032],
  [/access is denied/i, 0x8007_0005],
];

/** The result that a daemon's text carries, as it is written there; null when none. */
export function resultIn(message: string): number | null {
  const [, hex] = /\(0x([0-9a-f]{8}|[0-9a-f]{1,4})[)\]]/i.exec(message) ?? [];
  if (hex !== undefined) return Number.parseInt(hex, 16) || null;
  return SENTENCES.find(([sentence]) => sentence.test(message))?.[1] ?? null;
}

function knownFailure(known: ResultCode, subject: WindowsSubject, detail: string): IsoscopeError {
  const { meaning: reason, kind } = known;
  const fix = known.fix === undefined ? {} : { fix: known.fix };
  switch (kind) {
    case "mismatch":
      return mismatch(subject, known.fix, detail);
    case "denied":
      return { code: "denied", reason, ...fix, detail };
    case "missing-feature":
      return { code: "unsupported", capability: subject.capability, reason, ...fix, detail };
    case "service":
      return { code: "unavailable", engine: subject.engine, reason, ...fix, detail };
    case "state":
    case "exists":
    case "gone":
      return { code: "conflict", message: reason, detail };
    case "ours":
    case "busy":
    case "failed":
      return { code: "hresult", op: subject.op, hresult: known.code, meaning: reason, ...fix, detail };
  }
}

function mismatch(subject: WindowsSubject, general: string | undefined, detail: string): IsoscopeError {
  const { host, image } = subject;
  const fix = subject.mismatchFix ?? general ?? "Use an image of the host's own build.";
  return { code: "os-mismatch", host, image, fix, detail };
}

const noUtilityVm = ({ capability }: WindowsSubject, detail: string): IsoscopeError => ({
  code: "unsupported",
  capability,
  reason: "The image has no utility VM in any of its layers, so it cannot run under Hyper-V isolation.",
  fix: "Build it from one of Microsoft's base images (nanoserver, servercore), or use process isolation.",
  detail,
});

const unknownFailure = (hresult: number, { op }: WindowsSubject, detail: string): IsoscopeError => ({
  code: "hresult",
  op,
  hresult,
  meaning: "Windows gave a result that Isoscope does not know.",
  detail,
});
