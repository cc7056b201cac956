import type { CostRecord } from "../../electron/contract/cost.ts";
import { secondsText, signedBytes, signedSeconds } from "../../electron/model/comparison/compare-words.ts";
import type { CostChange, Unlike } from "../../electron/model/cost-record.ts";
import type { Statistics } from "../../electron/model/cost-statistics.ts";
import { formatBytes, formatDateTime, plural, UNKNOWN } from "../../electron/model/format.ts";

/** Words of the comparisons that were made before. */
export const earlierStrings = {
  title: "Earlier on this host",
  hint: "Medians of private memory and time, with the middle half of the runs (IQR). Only like is set against like: same host and kernel, image, command, engines and method.",
  when: "When",
  what: "Image and command",
  runs: "Runs",
  time: "First process",
  memory: "Memory",
  against: "Shown minus this",
  shown: "Shown above",
  open: "Open",
  openThe: (at: number) => `Open the comparison of ${formatDateTime(at)}`,
  remove: "Remove",
  removeThe: (at: number) => `Remove the comparison of ${formatDateTime(at)}`,
  removeForGood: "Remove for good",
  keep: "Keep",
  ownCommand: "the image's own command",
  refused: "That could not be done.",
  openedTitle: (at: number) => `This is the comparison of ${formatDateTime(at)}, not the last one.`,
  openedAlone: (at: number) => `This is the comparison of ${formatDateTime(at)}.`,
  close: "Close it",
} as const;

const UNLIKE: Readonly<Record<Unlike, string>> = {
  host: "Another host",
  kernel: "Another kernel",
  image: "Another image",
  command: "Another command",
  engines: "Other engines",
  method: "Another method",
};

/** Why two are not set against each other: the weightiest reason. */
export const unlikeText = (reasons: readonly Unlike[]): string =>
  reasons
    .slice(0, 1)
    .map((one) => UNLIKE[one])
    .join("");

/** All that is known of several values, for whoever asks for it. */
export function wholeSpread(all: Statistics, format: (value: number) => string): string {
  const half = `middle half ${format(all.q1)} to ${format(all.q3)} (IQR ${format(all.iqr)})`;
  const range = `range ${format(all.min)} to ${format(all.max)}`;
  return `Median ${format(all.median)}, ${half}, ${range}, ${plural(all.count, "run")}`;
}

/** "0.91 s to 0.95 s"; nothing where there is only one value. */
export const middleHalf = ({ q1, q3, count }: Statistics, format: (value: number) => string): string =>
  count === 1 ? "" : `${format(q1)} to ${format(q3)}`;

/** The proportional set, by the name it has in the method. */
export const proportionalText = (bytes: number): string => `${formatBytes(bytes)} PSS`;

/** "−0.10 s, +1.2 MB". */
export function changeText({ ms, bytes }: CostChange): string {
  const time = ms === null ? UNKNOWN : signedSeconds(ms);
  return `${time}, ${bytes === null ? UNKNOWN : signedBytes(bytes)}`;
}

export const commandText = ({ command }: CostRecord): string =>
  command.join(" ") || earlierStrings.ownCommand;

export { formatBytes, secondsText };
