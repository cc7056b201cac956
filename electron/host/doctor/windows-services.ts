import type { DoctorFacts, ServiceName, ServiceState } from "../../model/doctor/facts.ts";

const STOPPED = "1";
const RUNNING = "4";
/** ERROR_SERVICE_DOES_NOT_EXIST, which sc.exe ends with. */
const NO_SUCH_SERVICE = 1060;

/**
 * Reads what `sc.exe query NAME` prints. Its words may be translated, its numbers are not: the state is the one line with
 * a single digit from 1 to 7. Throws when there is none.
 */
export function parseServiceState(text: string): ServiceState {
  const state = /:\s+([1-7])\s+\S/.exec(text)?.[1];
  if (state === undefined) throw new Error("sc.exe names no state.");
  return state === RUNNING ? "running" : state === STOPPED ? "stopped" : "changing";
}

/** @param run what a program prints; rejects with its exit code as `code` */
export async function readServices(
  run: (argv: readonly [string, ...string[]]) => Promise<string>,
): Promise<DoctorFacts["services"]> {
  const state = async (name: ServiceName): Promise<ServiceState> => {
    try {
      return parseServiceState(await run(["sc.exe", "query", name]));
    } catch (thrown) {
      if (thrown instanceof Error && "code" in thrown && thrown.code === NO_SUCH_SERVICE) return "absent";
      throw thrown;
    }
  };
  const [vmcompute, hns, vmms, docker, desktop, containerd] = await Promise.all([
    state("vmcompute"),
    state("hns"),
    state("vmms"),
    state("docker"),
    state("com.docker.service"),
    state("containerd"),
  ]);
  return { vmcompute, hns, vmms, docker, "com.docker.service": desktop, containerd };
}
