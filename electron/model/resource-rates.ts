import type { ResourceCounters, StatsSample } from "../contract/stats.ts";

/** Figures that follow from two readings. Percent of one CPU, bytes per second. */
export type ResourceRates = Pick<StatsSample, "cpuPercent" | "rxRate" | "txRate" | "readRate" | "writeRate">;

export const NO_RATES: ResourceRates = {
  cpuPercent: null,
  rxRate: null,
  txRate: null,
  readRate: null,
  writeRate: null,
};

/**
 * The use between two readings of one life. Never negative: a counter that went back, as after a restart nobody told of,
 * gives no rate, and neither do readings without time between them.
 */
export function resourceRates(before: ResourceCounters | null, after: ResourceCounters): ResourceRates {
  const ms = before === null ? 0 : after.at - before.at;
  if (before === null || ms <= 0) return NO_RATES;
  const perSecond = (name: "rxBytes" | "txBytes" | "readBytes" | "writeBytes") =>
    rate(before[name], after[name], ms / 1000);
  const cpu = rate(before.cpuMs, after.cpuMs, ms);
  return {
    cpuPercent: cpu === null ? null : cpu * 100,
    rxRate: perSecond("rxBytes"),
    txRate: perSecond("txBytes"),
    readRate: perSecond("readBytes"),
    writeRate: perSecond("writeBytes"),
  };
}

function rate(before: number | null, after: number | null, over: number): number | null {
  return before === null || after === null || after < before ? null : (after - before) / over;
}
