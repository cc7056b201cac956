import type { Usage } from "../contract/container.ts";
import { summarise } from "../contract/failure.ts";
import type { MeasureSource, ResourceCounters, StatsSample } from "../contract/stats.ts";
import { NO_RATES, type ResourceRates, resourceRates } from "../model/resource-rates.ts";
import type { JoinedMember } from "./roster.ts";

/** Everything that was read for one sample. */
export interface StatsReading {
  readonly key: string;
  /** ms since the Unix epoch. */
  readonly at: number;
  readonly everyMs: number;
  readonly startedAt: number | null;
  /** What the host's process table shows of it; null when it shows nothing. */
  readonly usage: Usage | null;
  /** The reading before this one, of the same life. */
  readonly before: ResourceCounters | null;
  readonly counters: ResourceCounters | null;
  /** Why there are no counters. */
  readonly error: string | null;
}

/** Why a container has nothing to be read just now; null when it has. */
export function gapOf({ engine, seen }: JoinedMember): string | null {
  const { status } = engine;
  if (status.state !== "live") return status.error ? summarise(status.error) : `${status.title} is not live.`;
  return seen.state === "running" || seen.state === "stopping" ? null : `It is ${seen.state}.`;
}

/** A moment at which nothing was read. */
export function gapSample(
  { key, at, everyMs, startedAt }: Pick<StatsReading, "key" | "at" | "everyMs" | "startedAt">,
  gap: string,
): StatsSample {
  const none: MeasureSource = { known: false, text: gap };
  return {
    ...{ key, at, everyMs, startedAt, gap },
    ...{ ...NO_RATES, ...NO_TOTALS, memoryBytes: null },
    sources: { cpu: none, memory: none, network: none, disk: none },
  };
}

const NO_TOTALS = { cpuMs: null, rxBytes: null, txBytes: null, readBytes: null, writeBytes: null } as const;

/**
 * CPU and memory as the host shows them, which are the list's own figures and cost the engine nothing; as the engine counts
 * them where the host shows nothing. Network and disk are only counted by engines.
 */
export function statsSample(reading: StatsReading): StatsSample {
  const { key, at, everyMs, startedAt, usage, before, counters } = reading;
  const rates: ResourceRates = counters ? resourceRates(before, counters) : NO_RATES;
  const { cpuMs, rxBytes, txBytes, readBytes, writeBytes } = counters ?? NO_TOTALS;
  return {
    ...{ key, at, everyMs, startedAt, gap: null },
    ...rates,
    ...{ cpuMs, rxBytes, txBytes, readBytes, writeBytes },
    cpuPercent: usage ? usage.cpuPercent : rates.cpuPercent,
    memoryBytes: usage ? usage.memoryBytes : (counters?.memoryBytes ?? null),
    sources: sourcesOf(reading),
  };
}

function sourcesOf({ usage, counters, error }: StatsReading): StatsSample["sources"] {
  const counted = (measure: keyof ResourceCounters["why"]): MeasureSource => {
    const why = counters ? counters.why[measure] : (error ?? "Nothing was read.");
    return why === undefined ? { known: true, text: counters?.source ?? "" } : { known: false, text: why };
  };
  const onHost = usage && { known: true, text: "the host's process table" };
  const memory = counters && counters.why.memory === undefined ? counters.memoryMeans : null;
  return {
    cpu: onHost ?? counted("cpu"),
    memory: usage
      ? { known: true, text: usage.memoryMeans }
      : memory === null
        ? counted("memory")
        : { known: true, text: memory },
    network: counted("network"),
    disk: counted("disk"),
  };
}
