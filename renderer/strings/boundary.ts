import type { Effect, HoleKind, Risk } from "../../electron/model/holes.ts";
import type { Posture } from "../../electron/model/posture.ts";
import { plural } from "../ui/format.ts";

/** Words of the Boundary tab. */
export const boundaryStrings = {
  holes: "What leads through it",
  noHoles: "Nothing: no folder, pipe, port, device or namespace of the host is passed in.",
  holesUnknown: "This engine does not tell what is passed in.",
  evidence: "How this is known",
  isolation: "Isolation",
  kernels: "Kernels",
  worker: "Worker process",
  reading: "Reading the engine's description",
  notRunning: "Nothing runs inside.",
  sharedKernel: "Shared kernel",
  ownKernel: "Own kernel",
  unknownKernel: "Kernel not known",
  bothSides: "Seen from both sides",
  nothingOnHost: "No host process",
  unknownFootprint: "Not known",
  picture: (container: string) => `Boundary of ${container}`,
  hole: (number: number) => `Hole ${number}`,
  more: (count: number) => `and ${plural(count, "further process", "further processes")}`,
} as const;

export const kindWords: Readonly<Record<HoleKind, string>> = {
  folder: "Folder",
  volume: "Volume",
  pipe: "Pipe",
  port: "Port",
  network: "Network",
  device: "Device",
  namespace: "Namespace",
  channel: "Channel",
};

export const riskWords: Readonly<Record<Risk, string>> = { low: "Low", medium: "Medium", high: "High" };

export const effectWords: Readonly<Record<Effect, string>> = {
  "reads-host-files": "Host files can be read",
  "changes-host-files": "Host files can be changed",
  "keeps-data": "Its data outlives the container; the engine keeps it on the host",
  "controls-engine": "Full control of the engine",
  "talks-to-host-process": "Talks to a host process",
  "reachable-from-lan": "Reachable from the LAN",
  "reachable-from-host": "Reachable from this host only",
  "shares-container-network": "Sees traffic of the other container",
  "joins-network": "Reaches what else is in that network",
  "no-network": "No network at all",
  "shares-host-network": "Has the host's own network, and every port of it",
  "reaches-host-network":
    "Reaches what the host reaches, its own services too: QEMU can only answer UDP on a network that is open",
  "sees-host-processes": "Sees the host's processes and can signal them",
  "host-hardware": "Direct access to host hardware",
  "nearly-host-root": "May do nearly all that the host's root may",
  "agent-channel": "Isoscope's agent in the VM: consoles, logs and the process list go through it",
};

/** Said with the kernel: "Own kernel, but the engine pipe undoes it". */
export function postureText({ isolation, open, worst, undone }: Posture): string {
  const kernel = isolation ? KERNELS[isolation] : boundaryStrings.unknownKernel;
  if (open === null) return kernel;
  if (undone)
    return `${kernel}, but the engine ${worst && isNamedPipe(worst.what) ? "pipe" : "socket"} undoes it`;
  return `${kernel}, ${open === 0 ? "no holes" : plural(open, "hole")}`;
}

const KERNELS = { process: boundaryStrings.sharedKernel, hyperv: boundaryStrings.ownKernel } as const;

/** Windows has named pipes where Linux has sockets. */
export const isNamedPipe = (path: string): boolean => path.startsWith("\\\\");
