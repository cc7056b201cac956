import { formatCount } from "../ui/format.ts";

const lines = (count: number) => `${formatCount(count)} ${count === 1 ? "line" : "lines"}`;

/** Words of the Logs tab. */
export const logStrings = {
  body: (name: string) => `Log of ${name}`,
  options: "Log",
  follow: "Follow",
  times: "Times",
  wrap: "Wrap",
  find: "Find in the log",
  findPlaceholder: "Find",
  next: "Next match",
  previous: "Previous match",
  copy: "Copy",
  save: "Save to file",
  copied: (count: number) => `Copied ${lines(count)}`,
  copiedSelection: "Copied the selection",
  notCopied: "The clipboard could not be reached.",
  tooLongToCopy: (count: number) => `${lines(count)} are too much for the clipboard. Save them to a file.`,
  saved: (count: number) => `Saved ${lines(count)}`,
  notSaved: "The file could not be written. Choose another place and try again.",
  stderr: "err",
  stderrTitle: "Standard error",
  missing: (count: number) => `${lines(count)} left out here: they came faster than they could be read.`,
  cut: (count: number) => ` … ${formatCount(count)} more characters; saving keeps them`,
  droppedOld: (count: number) => `${lines(count)} older than these were dropped to stay within the limit.`,
  earlier: (count: number) => `Begins at the last ${lines(count)}.`,
  loadMore: (count: number) => `Read up to ${lines(count)}`,
  empty: "Nothing has been written yet.",
  emptyEnded: "Nothing was written.",
  reading: "Reading the log",
  lines,
  missingTotal: (count: number) => `${formatCount(count)} left out`,
  ended: "The container does not run: this is all.",
  live: "New lines appear as they are written.",
  paused: "Follow is off.",
  toEnd: "Go to the end",
  newLines: (count: number) => `${lines(count)} below`,
  noMatch: "No match",
  matches: (at: number | null, count: number, searching: boolean) =>
    `${at === null ? "" : `${formatCount(at + 1)} of `}${formatCount(count)}${searching ? " …" : ""}`,
  matchesLabel: (at: number | null, count: number) =>
    at === null ? `${lines(count)} match` : `Match ${formatCount(at + 1)} of ${formatCount(count)}`,
  reconnect: "Read again",
  waiting: "The connection was lost. The log is read again once it is back.",
} as const;
