import type { RunLine } from "../../electron/model/docker-run-line.ts";
import { plural } from "../../electron/model/format.ts";
import type { RunLineReading, UnknownFlag } from "../../electron/model/run-line/parse-run-line.ts";
import type { HostInfo } from "../engine/host-context.tsx";
import { holeCounts } from "./launch-holes.ts";

/** Words of taking a `docker run` line over into the Launch dialog. */
export const pasteStrings = {
  button: "Paste a docker run line",
  field: "docker run line",
  hint: "Its flags fill the form; what the form has no place for is listed.",
  fill: "Fill the form",
  cancel: "Cancel",
  undo: "Undo",
  undone: "The form is as it was before.",
  dismiss: "Dismiss",
  filled: "Filled from a docker run line.",
  taken: (what: string) => `Taken: ${what}.`,
  unknown: (count: number) => `Not in this form: ${plural(count, "flag")}.`,
} as const;

/** What the line had that the form now has. */
export function takenWords(launch: RunLine, platform: HostInfo["platform"]): string {
  const counts: Record<string, number> = {};
  for (const { kind } of launch.holes) counts[kind] = (counts[kind] ?? 0) + 1;
  const variables = Object.keys(launch.env).length;
  return [
    "image",
    ...(launch.command.length > 0 ? ["command"] : []),
    ...(launch.interactive ? ["interactive"] : []),
    ...(launch.isolation === "default" ? [] : ["isolation"]),
    ...(launch.name === null ? [] : ["name"]),
    ...(launch.memoryBytes === null ? [] : ["memory"]),
    ...(launch.cpus === null ? [] : ["CPUs"]),
    ...holeCounts(counts, platform),
    ...(variables === 0 ? [] : [plural(variables, "variable")]),
  ].join(", ");
}

export const notTakenWords: Readonly<Record<UnknownFlag["why"], string>> = {
  "not-in-form": "the form has none",
  "kept-after-exit": "the container stays until it is removed",
  "value-of-the-shell": "its value is the shell's: give it under Environment",
  volume: "a volume of the engine; the form opens folders of the host",
  "port-range": "a range: add its ports one by one",
  options: "taken without its further options",
  "other-name-inside": "a device keeps its name here",
  value: "the value is not one of Docker's",
};

/** Why a line fills nothing. */
export function lineProblem(reading: Extract<RunLineReading, { ok: false }>): string {
  switch (reading.problem) {
    case "no-run-line":
      return "This is no docker run line.";
    case "no-image":
      return "The line names no image: it has flags only.";
    case "open-quote":
      return reading.detail ?? "A quote is not closed.";
  }
}
