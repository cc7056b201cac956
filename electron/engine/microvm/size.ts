import type { EngineLaunch } from "../engine.ts";
import { fail } from "../failures.ts";

const MIB = 1024 * 1024;
const DEFAULT_MIB = 128;
/** Measured: 64 MB does not boot, 96 MB leaves about 40 MB to the container. */
const LEAST_MIB = 96;

/** Guest memory in MiB. Throws `invalid` for what could not boot. */
export function memoryMiB({ memoryBytes }: Pick<EngineLaunch, "memoryBytes">): number {
  if (memoryBytes === null) return DEFAULT_MIB;
  const mib = Math.ceil(memoryBytes / MIB);
  if (mib >= LEAST_MIB) return mib;
  throw fail({
    code: "invalid",
    field: "memoryBytes",
    message: `A micro-VM needs at least ${LEAST_MIB} MiB for its own kernel`,
  });
}

/** Virtual CPUs: a VM has whole ones, so a share is rounded up. Throws `invalid` for more than the host has. */
export function virtualCpus({ cpus }: Pick<EngineLaunch, "cpus">, hostCpus: number): number {
  const wanted = Math.ceil(cpus ?? 1);
  if (wanted <= hostCpus) return wanted;
  throw fail({ code: "invalid", field: "cpus", message: `This host has ${hostCpus} CPUs` });
}
