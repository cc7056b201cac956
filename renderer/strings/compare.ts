import type { CompareRun } from "../../electron/contract/compare.ts";
import { plural } from "../../electron/model/format.ts";
import { inSentence, type Words } from "../app/words.ts";

/** Words of the Compare screen. */
export const compareStrings = {
  title: "Compare",
  run: "Run",
  runAgain: "Run again",
  stop: "Stop",
  stopping: "Stopping",
  openScope: "Open both in Scope",
  openScopeHint: "Opens the first; I switches to the other",
  removeKept: "Remove both",
  image: "Image",
  command: "Command",
  runs: "Runs",
  runsOption: (runs: number) => (runs === 1 ? "1" : `${runs}, showing the median`),
  keep: "Keep the last two containers",
  keepHint: "Each is removed otherwise. The second of them is measured while the first runs.",
  needsBoth: (word: string) => `Nothing can be compared: ${inSentence(word)} cannot be launched now.`,
  notOfARecording: "Nothing can be compared in a recording.",
  backToHost: "A comparison measures launches as they happen. Close the recording to run one on this host.",
  refused: "The comparison was not started.",
  seconds: "Seconds",
  waits: "Waits for its turn",
  toFirst: "to first process",
  soFar: "since it was asked for",
  medianOf: (count: number) => `median of ${plural(count, "run")}`,
  medianSoFar: (count: number) => (count === 1 ? "in the first run" : `median of ${count} so far`),
  measure: "Measure",
  difference: "Difference",
  howMeasured: "How this was measured",
  removed: "All test containers removed",
  keptOf: (names: readonly string[]) => `Kept: ${names.join(", ")}`,
  notRemoved: (name: string) => `${name} could not be removed.`,
  warmUp: "Warm-up, not counted",
  runOf: (number: number, runs: number) => `Run ${number} of ${runs}`,
  stoppingNow: "Stopping: what is under way is undone and removed.",
  begins: "Begins.",
  details: "Details",
  failed: "Failed",
  finishedAt: (time: string) => `Finished ${time}`,
  stoppedAt: (time: string) => `Stopped ${time}`,
} as const;

export const emptyCompare = {
  title: "Nothing compared yet",
  what: "The same image and command run under both isolations, one at a time. Measured are the engine's own phases, the time to the first process, what the host shows of it, both kernels, and the memory of every process the container adds.",
  leaves:
    "One launch of each comes first and is not counted, so that the image is warm. Every test container is removed again, also after Stop: nothing is left behind.",
} as const;

/** What is going on now. */
export function progressSentence(run: CompareRun, runs: number, words: Words): string {
  const which = run.number === 0 ? compareStrings.warmUp : compareStrings.runOf(run.number, runs);
  return `${which}, ${inSentence(words.isolation[run.isolation])}: ${doing(run)}.`;
}

function doing({ state, phases, name }: CompareRun): string {
  if (state === "settling") return "settling before its memory is read";
  if (state === "removing") return `removing ${name}`;
  const phase = phases.at(-1)?.name;
  return phase === undefined ? "asking the engine" : inSentence(phase);
}
