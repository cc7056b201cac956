import type { IsoscopeError } from "../../contract/errors.ts";
import type { EngineLaunch } from "../engine.ts";

/** What an unexpected answer to `POST /containers/create` means. podman answers 500 where dockerd answers 409. */
export function explainCreate(
  spec: EngineLaunch,
  status: number,
  message: string,
): IsoscopeError | undefined {
  if (status === 404) return { code: "image-missing", ref: spec.image };
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

/** The part of the runtime's long message that says what is wrong: `exec: "x": executable file not found in $PATH`. */
export function startReason(message: string): string {
  const [, program, why] =
    /exec: "((?:[^"\\]|\\.)*)": ([^:]+(?:: no such file or directory)?)/.exec(message) ?? [];
  if (program !== undefined && why !== undefined)
    return `The command ${program} cannot be started: ${why.trim()}.`;
  return message === "" ? "The daemon did not start it and did not say why." : message;
}
