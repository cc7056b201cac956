import type { Isolation } from "../../electron/contract/engine.ts";
import type { Effect, Hole } from "../../electron/model/holes.ts";
import type { Posture, PostureRemedy } from "../../electron/model/posture.ts";
import { isNamedPipe } from "./boundary.ts";

/** A boundary that nobody opened. */
const CLOSED: Readonly<Record<Isolation, string>> = {
  process: "Its processes are processes of the host and show in the host's list.",
  hyperv: "The host sees one worker process and none of the processes inside.",
};

/** One or two sentences under the posture. */
export function postureMeaning({ isolation, worst }: Posture): string {
  if (worst === null) return isolation ? CLOSED[isolation] : "";
  if (worst.effect !== "controls-engine") return MEANINGS[worst.effect];
  const way = isNamedPipe(worst.what) ? "pipe" : "socket";
  const keep = isolation === "hyperv" ? "keep the VM boundary meaningful" : "keep the boundary meaningful";
  return `Code inside can start any container on this host through the ${way}. Remove it to ${keep}.`;
}

const MEANINGS: Readonly<Record<Exclude<Effect, "controls-engine">, string>> = {
  "reads-host-files": "Code inside can read what lies in that folder of the host, and cannot change it.",
  "changes-host-files": "Code inside can change and delete what lies in that folder of the host.",
  "keeps-data": "What it writes there outlives it.",
  "talks-to-host-process": "Code inside can send what it likes to the host process at the other end.",
  "reachable-from-lan": "Every machine that reaches this host reaches the port.",
  "reachable-from-host": "Programs on this host reach the port; other machines do not.",
  "shares-container-network": "Both containers have one network: each sees the other's traffic and ports.",
  "joins-network": "It reaches what else is in that network, and is reached from there.",
  "reaches-host-network": "It reaches what this host reaches, through the host.",
  "no-network": "It reaches nothing and nothing reaches it.",
  "shares-host-network": "It has the host's own network, and every port that listens on loopback.",
  "sees-host-processes": "Code inside sees the host's processes and can signal them.",
  "host-hardware": "Code inside drives the device itself: what the device can reach, it can reach.",
  "nearly-host-root": "Code inside may do nearly all that the host's root may.",
  "agent-channel": "Only Isoscope's agent uses it.",
};

/** Why it is so, for whoever asks; null where the sentence above says all. */
export function postureReason({ worst }: Posture): string | null {
  return worst ? (REASONS[worst.effect] ?? null) : null;
}

const REASONS: Readonly<Partial<Record<Effect, string>>> = {
  "controls-engine":
    "The engine runs with all rights. Whoever may command it can start a container with the host's whole disk in it, so no kernel boundary around this one helps.",
  "changes-host-files":
    "A program, a script or a scheduled task in that folder runs later on the host, with the host's rights. Read-only closes that way.",
  "reachable-from-lan":
    "The host listens on every address. On 127.0.0.1 the port is for programs of this host alone.",
  "host-hardware":
    "A device can often read and write memory or disks past the kernel that is meant to guard them.",
  "shares-host-network":
    "Many programs trust whoever comes from loopback: databases, debuggers, the tools of developers.",
  "talks-to-host-process":
    "That process was written to trust its callers on this host. Its mistakes become reachable from inside.",
};

export const whyWord = "Why?";

/** The button that closes or narrows the worst hole. */
export function remedyButton({ kind }: PostureRemedy, hole: Hole): string {
  if (kind === "make-read-only") return "Make the folder read-only";
  if (kind === "listen-on-loopback") return "Listen on this host only";
  return `Remove ${removed(hole)}`;
}

function removed({ kind, what }: Hole): string {
  if (kind === "pipe") return isNamedPipe(what) ? "named pipe" : "socket";
  return kind;
}
