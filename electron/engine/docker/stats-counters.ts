import type { Measure, ResourceCounters } from "../../contract/stats.ts";
import type { StatsAnswer } from "./stats-answer.ts";

/** What the daemon counted, on either system. `at` in ms since the Unix epoch. */
export function countersFrom(
  answer: StatsAnswer,
  { os, flavour }: { readonly os: "linux" | "windows"; readonly flavour: string },
  at: number,
): ResourceCounters {
  const counted = os === "windows" ? windowsCounters(answer) : linuxCounters(answer);
  return {
    ...counted,
    at,
    source: `${flavour} stats`,
    why: reasons({ ...counted, flavour }),
  };
}

type Counted = Omit<ResourceCounters, "at" | "source" | "why">;

const NS_PER_MS = 1e6;
/** Windows counts CPU time in 100 ns. */
const TICKS_PER_MS = 1e4;

function linuxCounters(answer: StatsAnswer): Counted {
  const blocks = answer.blkio_stats?.io_service_bytes_recursive ?? null;
  return {
    cpuMs: divided(answer.cpu_stats?.cpu_usage?.total_usage, NS_PER_MS),
    ...cgroupMemory(answer),
    ...networkBytes(answer),
    readBytes: blockBytes(blocks, "read"),
    writeBytes: blockBytes(blocks, "write"),
  };
}

function windowsCounters(answer: StatsAnswer): Counted {
  const { storage_stats: storage, memory_stats: memory } = answer;
  return {
    cpuMs: divided(answer.cpu_stats?.cpu_usage?.total_usage, TICKS_PER_MS),
    memoryBytes: memory?.privateworkingset ?? null,
    memoryMeans: "Private working set of its processes",
    ...networkBytes(answer),
    readBytes: storage?.read_size_bytes ?? null,
    writeBytes: storage?.write_size_bytes ?? null,
  };
}

/** As `docker stats` prints it: what the cgroup is charged with, less file cache that can be dropped. */
function cgroupMemory({ memory_stats: memory }: StatsAnswer): Pick<Counted, "memoryBytes" | "memoryMeans"> {
  const usage = memory?.usage ?? null;
  const cache = memory?.stats?.inactive_file ?? memory?.stats?.total_inactive_file ?? null;
  const memoryBytes = usage === null ? null : Math.max(0, usage - (cache ?? 0));
  const means = cache === null ? "Memory of its cgroup" : "Memory of its cgroup without inactive file cache";
  return { memoryBytes, memoryMeans: means };
}

function networkBytes({ networks, network }: StatsAnswer): Pick<Counted, "rxBytes" | "txBytes"> {
  const cards = Object.values(networks ?? network ?? {});
  return {
    rxBytes: sum(cards.map((card) => card.rx_bytes)),
    txBytes: sum(cards.map((card) => card.tx_bytes)),
  };
}

type Blocks = NonNullable<NonNullable<StatsAnswer["blkio_stats"]>["io_service_bytes_recursive"]>;

/** Kernels differ in the capital letter. An empty list is a count of nothing; none at all is not known. */
function blockBytes(blocks: Blocks | null, op: string): number | null {
  if (blocks === null) return null;
  const entries = blocks.filter((entry) => entry.op.toLowerCase() === op);
  return entries.length === 0 ? 0 : sum(entries.map(({ value }) => value));
}

const divided = (value: number | null | undefined, by: number): number | null =>
  value === null || value === undefined ? null : value / by;

/** Null when nothing is known. */
function sum(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => typeof value === "number");
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

function reasons({ flavour, ...counted }: Counted & { readonly flavour: string }): ResourceCounters["why"] {
  const why: Partial<Record<Measure, string>> = {};
  if (counted.cpuMs === null) why.cpu = `${flavour} told no CPU time.`;
  if (counted.memoryBytes === null) why.memory = `${flavour} told no memory.`;
  if (counted.rxBytes === null || counted.txBytes === null) {
    why.network = "It has no network card of its own: only a loopback, or another's network.";
  }
  if (counted.readBytes === null || counted.writeBytes === null) {
    why.disk = `${flavour} told no disk bytes: it has counted none yet, or its kernel does not count them.`;
  }
  return why;
}
