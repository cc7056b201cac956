import type { IsoscopeError } from "../../../contract/errors.ts";
import type { EngineLaunch } from "../../engine.ts";
import { portTaken } from "./port-taken.ts";

type Holes = EngineLaunch["holes"];

/**
 * What a daemon's refusal of a create or a start says of a hole; undefined where it speaks of something else. The words are
 * those of dockerd 20.10 and later, podman 4 and, for Windows, moby's sources and public issue threads.
 */
export function holeFailure(
  { holes }: Pick<EngineLaunch, "holes">,
  message: string,
): IsoscopeError | undefined {
  // Of the command, whatever paths it names.
  if (holes.length === 0 || /exec: "/.test(message)) return undefined;
  return (
    portFailure(holes, message) ??
    networkFailure(holes, message) ??
    deviceFailure(holes, message) ??
    mountFailure(holes, message)
  );
}

const invalid = (index: number, field: string, message: string, detail: string): IsoscopeError => ({
  code: "invalid",
  field: `holes.${index}.${field}`,
  message,
  detail,
});

const TAKEN =
  /port is already allocated|address already in use|specified port already exists|\(0x803b0013\)/i;

/** HNS says it of a port that a process of the host listens on. */
const TAKEN_ON_WINDOWS = /hns.*being used by another process/i;

function portFailure(holes: Holes, message: string): IsoscopeError | undefined {
  const index = holes.findIndex((hole) => hole.kind === "port" && names(message, hole.hostPort ?? ""));
  const at = index < 0 ? holes.findIndex(({ kind }) => kind === "port") : index;
  const hole = holes[at];
  if (hole?.kind !== "port") return undefined;
  if (TAKEN.test(message) || TAKEN_ON_WINDOWS.test(message)) return portTaken(hole, null, message);
  if (/cannot assign requested address/i.test(message)) {
    return invalid(at, "hostIp", "no interface of the host has this address", message);
  }
  if (!/privileged port|bind: permission denied/i.test(message)) return undefined;
  const reason = `The engine may not open the host's port ${hole.hostPort ?? ""}.`;
  return { code: "denied", reason, fix: "Choose a port of 1024 or above.", detail: message };
}

function networkFailure(holes: Holes, message: string): IsoscopeError | undefined {
  const hole = holes.find(({ kind }) => kind === "network");
  if (hole?.kind !== "network" || !names(message, hole.name)) return undefined;
  const missing = /network .*not found|no such container|no container with name/i.test(message);
  return missing ? { code: "not-found", what: hole.of, name: hole.name, detail: message } : undefined;
}

function deviceFailure(holes: Holes, message: string): IsoscopeError | undefined {
  const index = holes.findIndex((hole) => hole.kind === "device" && names(message, hole.device));
  if (index < 0) return undefined;
  const missing = /no such file|not a device/i.test(message);
  return invalid(index, "device", missing ? "the host has no such device" : message, message);
}

function mountFailure(holes: Holes, message: string): IsoscopeError | undefined {
  if (!/mount|bind source|statfs/i.test(message)) return undefined;
  const ofSource = /does not exist|no such file|must be a directory/i.test(message);
  const index = holes.findIndex(
    (hole) => "target" in hole && names(message, ofSource ? hole.source : hole.target),
  );
  if (index < 0) return undefined;
  if (!ofSource) return invalid(index, "target", "it cannot be mounted there", message);
  const folder = /must be a directory/i.test(message) ? "this is no folder" : "it does not exist on the host";
  return invalid(index, "source", folder, message);
}

/** Whether the text is in the message as a whole: not as the beginning of a longer path or number. */
function names(message: string, text: string | number): boolean {
  const wanted = String(text);
  if (wanted === "") return false;
  const literal = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w/\\\\-])${literal}(?![\\w/\\\\-])`, "i").test(message);
}
