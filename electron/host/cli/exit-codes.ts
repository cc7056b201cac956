import type { IsoscopeError } from "../../contract/errors.ts";

/** What the command line ends with. `run` has its own: that of the container's command, see `verbs/run.ts`. */
export const EXIT = {
  done: 0,
  /** It failed, or what was looked for does not hold. */
  failed: 1,
  /** The command line was not understood, or the host refused the input. */
  usage: 2,
  /** No engine, or no Isoscope, that answers. */
  unavailable: 3,
  notFound: 4,
  /** Ctrl+C, or a polite kill. */
  interrupted: 130,
} as const;

/** For `isoscope help`: every code with its meaning, in order. */
export const EXIT_MEANINGS: readonly (readonly [code: string, meaning: string])[] = [
  ["0", "done"],
  ["1", "it failed, or what was looked for does not hold (scene, doctor)"],
  ["2", "the command line was not understood, or the input was refused"],
  ["3", "no engine, or no Isoscope, answers"],
  ["4", "no such container, image or file"],
  ["125-127", "run only, as docker does it: 125 nothing was run, 126 not executable, 127 no such command"],
  ["130", "interrupted"],
];

export function exitCodeOf(error: IsoscopeError): number {
  switch (error.code) {
    case "invalid":
      return EXIT.usage;
    case "unavailable":
    case "disconnected":
      return EXIT.unavailable;
    case "not-found":
    case "image-missing":
      return EXIT.notFound;
    case "cancelled":
      return EXIT.interrupted;
    default:
      return EXIT.failed;
  }
}
