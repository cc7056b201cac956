import type { IsoscopeError } from "../../contract/errors.ts";
import { normaliseResult } from "../../model/hresult.ts";
import type { EngineLaunch } from "../engine.ts";
import { holeFailure } from "./holes/hole-failure.ts";
import { missingImage } from "./read-image.ts";
import { resultIn } from "./windows-failure.ts";

/** What an unexpected answer to `POST /containers/create` means. podman answers 500 where dockerd answers 409. */
export function explainCreate(
  spec: EngineLaunch,
  status: number,
  message: string,
  os: "linux" | "windows",
): IsoscopeError | undefined {
  const ofHole = holeFailure(spec, message);
  if (ofHole) return ofHole;
  if (status === 404) return missingImage(spec.image, os);
  const nameTaken = status === 409 || /name .*already in use/i.test(message);
  if (nameTaken) return { code: "conflict", message: `The name ${spec.name ?? ""} is in use already.` };
  if (/no command specified/i.test(message)) return noCommand(spec.image);
  if (status === 400) return { code: "invalid", field: "", message };
  return undefined;
}

export const noCommand = (image: string): IsoscopeError => ({
  code: "invalid",
  field: "command",
  message: `The image ${image} has no command of its own: give one.`,
});

/** What an unexpected answer to `POST /containers/ID/start` means: the command cannot run. */
export function startFailure(message: string, exitCode: number | null): IsoscopeError {
  return { code: "start-failed", reason: startReason(message), exitCode, detail: message };
}

/**
 * The part of the daemon's long message that says what is wrong. Linux, runc: `exec: "x": executable file not found in
 * $PATH`; Windows: `The system cannot find the file specified. (0x2) extra info: {"CommandLine":"x",…}`.
 */
export function startReason(message: string): string {
  const [, program, why] =
    /exec: "((?:[^"\\]|\\.)*)": ([^:]+(?:: no such file or directory)?)/.exec(message) ?? [];
  if (program !== undefined && why !== undefined)
    return `The command ${program} cannot be started: ${why.trim()}.`;
  if (isNoSuchFile(message)) {
    const [, line = "it was given"] = /"CommandLine":"((?:[^"\\]|\\.)*)"/.exec(message) ?? [];
    return `The command ${line.replace(/\\(.)/g, "$1")} cannot be started: Windows cannot find the file.`;
  }
  return message === "" ? "The daemon did not start it and did not say why." : message;
}

const ERROR_FILE_NOT_FOUND = 0x8007_0002;

/** True when a Windows daemon says that the program is not in the image. */
export function isNoSuchFile(message: string): boolean {
  const result = resultIn(message);
  return result !== null && normaliseResult(result) === ERROR_FILE_NOT_FOUND;
}
