import type { Measure, StatsSample } from "../../../electron/contract/stats.ts";
import { UNKNOWN } from "../../../electron/model/format.ts";
import { bytesText, percentText, rateText, statsStrings } from "../../strings/stats.ts";
import type { SeriesId } from "./moment.ts";
import type { Unit } from "./scale-top.ts";

/** One chart: a measure and its lines. */
export interface MeasureView {
  readonly id: Measure;
  readonly unit: Unit;
  /** The first is drawn solid, the second dashed. */
  readonly series: readonly SeriesId[];
}

export const MEASURES: readonly MeasureView[] = [
  { id: "cpu", unit: "percent", series: ["cpu"] },
  { id: "memory", unit: "bytes", series: ["memory"] },
  { id: "network", unit: "rate", series: ["rx", "tx"] },
  { id: "disk", unit: "rate", series: ["read", "write"] },
];

const TEXT: Readonly<Record<Unit, (value: number | null) => string>> = {
  percent: percentText,
  bytes: bytesText,
  rate: rateText,
};

export const valueText = (unit: Unit, value: number | null): string => TEXT[unit](value);

/** The newest figure of a series. */
export function latestOf(sample: StatsSample, id: SeriesId): number | null {
  switch (id) {
    case "cpu":
      return sample.cpuPercent;
    case "memory":
      return sample.memoryBytes;
    case "rx":
      return sample.rxRate;
    case "tx":
      return sample.txRate;
    case "read":
      return sample.readRate;
    case "write":
      return sample.writeRate;
  }
}

/** What a series adds up to since the start; null for memory, which does not add up. */
export function totalText(sample: StatsSample, id: SeriesId): string | null {
  switch (id) {
    case "cpu":
      return sample.cpuMs === null ? UNKNOWN : statsStrings.cpuTime(sample.cpuMs);
    case "memory":
      return null;
    case "rx":
      return bytesText(sample.rxBytes);
    case "tx":
      return bytesText(sample.txBytes);
    case "read":
      return bytesText(sample.readBytes);
    case "write":
      return bytesText(sample.writeBytes);
  }
}
