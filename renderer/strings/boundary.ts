import { type Effect, type Hole, type HoleKind, isCounted, type Risk } from "../../electron/model/holes.ts";
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
  "shares-host-network": "Has the host's own network, and every port of it",
  "sees-host-processes": "Sees the host's processes and can signal them",
  "host-hardware": "Direct access to host hardware",
  "nearly-host-root": "May do nearly all that the host's root may",
  "agent-channel": "Isoscope's agent in the VM: consoles, logs and the process list go through it",
};

/** Said with the kernel: "Own kernel, but the engine's pipe undoes it". */
export function postureText(kernel: string, holes: readonly Hole[] | null): string {
  if (holes === null) return kernel;
  if (holes.some(({ effect }) => effect === "controls-engine")) {
    return `${kernel}, but the engine's pipe undoes it`;
  }
  const counted = holes.filter(isCounted).length;
  return `${kernel}, ${counted === 0 ? "no holes" : plural(counted, "hole")}`;
}
