import type { CompareRun, FirstProcess, MemoryCost } from "../../contract/compare.ts";
import type { CompareCost, Spread } from "../compare-summary.ts";
import { formatBytes, plural } from "../format.ts";
import { inSentence, type Words } from "../words.ts";

/** What stands for a value that no run has told. */
export const NOT_MEASURED = "Not measured";

/** What is said of a comparison that came to nothing. */
export const outcomeWords = {
  noResult: "There is nothing to compare: no run was measured to its end.",
  laneFailed: (words: readonly string[]) =>
    `There is nothing to compare: ${words.map(inSentence).join(" and ")} failed.`,
  stoppedBefore: "Stopped before both lanes had been measured.",
} as const;

/** Short words for phases that engines tell; any other is shown as told. */
const PHASES: Readonly<Record<string, string>> = {
  "Creating the container": "Create",
  "Starting the command": "Start",
  "Starting the container": "Start container",
  "Booting the micro-VM": "Boot micro-VM",
  "Looking up the image": "Look up image",
  "Looking up the layers": "Look up layers",
  "Preparing the root disk": "Prepare disk",
  "Preparing the demo image": "Prepare image",
  "Making the writable layer": "Make layer",
};

export const phaseWord = (name: string): string => PHASES[name] ?? name;

/** `0.93`: two decimals, without the unit. */
export const secondsNumber = (ms: number): string => (ms / 1000).toFixed(2);
export const secondsText = (ms: number): string => `${secondsNumber(ms)} s`;

const MINUS = "−";
const sign = (value: number): string => (value < 0 ? MINUS : "+");
export const signedSeconds = (ms: number): string => `${sign(ms)}${secondsText(Math.abs(ms))}`;
export const signedBytes = (bytes: number): string => `${sign(bytes)}${formatBytes(Math.abs(bytes))}`;

export const firstMark = (ms: number): string => `First process ${secondsNumber(ms)}`;

/** What became visible on the host, and when. */
export function sightMark(
  sight: NonNullable<CompareRun["hostSight"]>,
  missing: string | null,
  words: Words,
): string {
  const seen = `Visible on the host at ${secondsNumber(sight.ms)}: ${sight.name}, ${words.pid} ${sight.pid}`;
  return missing === null ? seen : `${seen}. ${missing}`;
}

/** Others of that name may well be on the host. */
export const neverAppears = (program: string, others: number): string =>
  others === 0 ? `${program} never appears.` : `Its ${program} never appears.`;

/** What VM isolation cost, the right way round. Null when nothing of it is known. */
export function costSentence({ ms, bytes }: CompareCost, words: Words): string | null {
  const who = `${words.isolation.hyperv} isolation took`;
  const time = ms === null ? null : timeCost(ms);
  const memory = bytes === null ? null : memoryCost(bytes);
  if (time !== null && memory !== null) return `${who} ${time} and ${memory}.`;
  if (time !== null) return `${who} ${time}; its memory cost is not known.`;
  return memory === null ? null : `${who} ${memory}; its time is not known.`;
}

function timeCost(ms: number): string {
  const text = secondsText(Math.abs(ms));
  if (text === secondsText(0)) return "as long";
  return `${text} ${ms > 0 ? "longer" : "less"}`;
}

function memoryCost(bytes: number): string {
  if (bytes === 0) return "as much memory";
  return `${formatBytes(Math.abs(bytes))} ${bytes > 0 ? "more" : "less"}`;
}

/** What that bought: how much less the host sees. */
export function gainSentence(processRows: number, program: string, worker: string): string {
  return processRows === 1
    ? `In return the host sees ${worker} and not ${program}.`
    : `In return the host sees one worker process instead of ${processRows}.`;
}

export const rangeText = ({ min, max, count }: Spread, format: (value: number) => string): string =>
  format(min) === format(max) ? plural(count, "run") : `${format(min)} to ${format(max)}, ${count} runs`;

export const firstProcessClock = ({ source, resolutionMs }: FirstProcess): string => {
  const steps = `in steps of ${resolutionMs} ms`;
  switch (source) {
    case "host-table":
      return `when the host's process table first had it under its name, to ${resolutionMs} ms`;
    case "host-stamp":
      return `start stamp of the process on the host's clock, ${steps}`;
    case "guest-stamp":
      return `start stamp in the guest, whose clock is set from the host's at boot, ${steps}`;
    case "engine":
      return "the engine's word that the command runs, since no start stamp could be read";
  }
};

export const memoryCounter: Readonly<Record<MemoryCost["counter"], string>> = {
  smaps: "private and proportional pages of smaps_rollup",
  windows:
    "private commit (PM), and for a VM the working set of its vmmem; Windows tells no proportional share",
};

export const statusText = (runs: number): string =>
  `${plural(runs, "run")} each, one at a time, alternating order, image warm`;
