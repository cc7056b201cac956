import type { Measure } from "../../electron/contract/stats.ts";
import { formatBytes, formatDuration, formatPercent, UNKNOWN } from "../../electron/model/format.ts";
import type { SeriesId } from "../features/stats/moment.ts";

/** Words of the Stats tab. */
export const statsStrings = {
  time: "Time shown",
  recent: "Last 2 minutes",
  life: "Since start",
  measures: { cpu: "CPU", memory: "Memory", network: "Network", disk: "Disk" } satisfies Record<
    Measure,
    string
  >,
  series: {
    cpu: "CPU",
    memory: "Memory",
    rx: "Received",
    tx: "Sent",
    read: "Read",
    write: "Written",
  } satisfies Record<SeriesId, string>,
  cpuUnit: "100 % is one CPU",
  table: {
    caption: "Figures",
    measure: "Measure",
    now: "Now",
    least: "Least",
    most: "Most",
    total: "Since start",
  },
  cpuTime: (ms: number) => `${formatSeconds(ms)} CPU time`,
  chartOf: (measure: string, from: string) => `${measure}, ${from}`,
  sources: "Where these come from",
  noFigures: "Reading",
  notRunning: (name: string, state: string) => `${name} is ${state}: there is nothing to measure.`,
  gap: (why: string) => `Nothing is read now. ${why}`,
  gaps: "A gap in a line is a time at which nothing was read: nobody looked, it was paused, or its engine did not answer.",
  lifeFrom: (ms: number) => `Read for ${formatDuration(ms)} so far; what was before was not looked at.`,
  ago: { two: "−2 min", one: "−1 min", now: "now" },
} as const;

export const percentText = (value: number | null): string =>
  value === null ? UNKNOWN : `${formatPercent(value)} %`;

export const rateText = (value: number | null): string =>
  value === null ? UNKNOWN : `${formatBytes(value)}/s`;

export const bytesText = formatBytes;

function formatSeconds(ms: number): string {
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : formatDuration(ms);
}
