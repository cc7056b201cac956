import { plural } from "../../electron/model/format.ts";
import type { Posture } from "../../electron/model/posture.ts";

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

export { effectWords, kindWords, riskWords } from "../../electron/model/boundary-words.ts";

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
