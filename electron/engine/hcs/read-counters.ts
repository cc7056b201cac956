import type { NativeHcs } from "../../../native/hcs.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { Clock, EngineContainer } from "../engine.ts";
import { fail } from "../failures.ts";
import type { Statistics } from "./documents/properties.ts";
import { toMs, toNumber } from "./documents/uint64.ts";
import { readProperties, withSystem } from "./service.ts";

const ALIVE: readonly EngineContainer["state"][] = ["running", "paused", "stopping"];

/**
 * Asks HCS for the statistics of one container; for one under Hyper-V isolation they count what runs inside the VM. Rejects
 * with `conflict` when it does not run. HCS tells none of a bare VM: then every figure is missing, with that reason.
 */
export async function readCounters(
  native: NativeHcs,
  { id, name, state }: EngineContainer,
  clock: Clock,
): Promise<ResourceCounters> {
  if (!ALIVE.includes(state)) throw fail({ code: "conflict", message: `${name} is ${state}.` });
  const { Statistics: told } = await withSystem(native, id, (system) =>
    readProperties(system, ["Statistics"], clock),
  );
  return countersFrom(told ?? {}, clock.now());
}

/** Schema 2 has no network counters; schema 1 lists one entry for each endpoint. */
export function countersFrom(told: Statistics, at: number): ResourceCounters {
  const cards = told.Network ?? [];
  const counted = {
    cpuMs: toMs(told.Processor?.TotalRuntime100ns),
    memoryBytes: toNumber(told.Memory?.MemoryUsagePrivateWorkingSetBytes),
    rxBytes: total(cards.map(({ BytesReceived }) => toNumber(BytesReceived))),
    txBytes: total(cards.map(({ BytesSent }) => toNumber(BytesSent))),
    readBytes: toNumber(told.Storage?.ReadSizeBytes),
    writeBytes: toNumber(told.Storage?.WriteSizeBytes),
  };
  return {
    ...counted,
    at,
    memoryMeans: "Private working set of its processes (HCS Statistics)",
    source: "HCS Statistics",
    why: reasons(counted),
  };
}

type Counted = Pick<
  ResourceCounters,
  "cpuMs" | "memoryBytes" | "rxBytes" | "txBytes" | "readBytes" | "writeBytes"
>;

function reasons(counted: Counted): ResourceCounters["why"] {
  const without = (...values: readonly (number | null)[]) => values.includes(null);
  return {
    ...(without(counted.cpuMs) ? { cpu: "HCS Statistics has no processor time." } : {}),
    ...(without(counted.memoryBytes) ? { memory: "HCS Statistics has no memory." } : {}),
    ...(without(counted.rxBytes, counted.txBytes)
      ? { network: "HCS Statistics has no network counters in schema 2." }
      : {}),
    ...(without(counted.readBytes, counted.writeBytes) ? { disk: "HCS Statistics has no storage." } : {}),
  };
}

/** Null when nothing is known. */
function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
