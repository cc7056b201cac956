import type { NativeHcs } from "../../../native/hcs.ts";
import type { Clock, EngineContainer, InsideList } from "../engine.ts";
import { fail } from "../failures.ts";
import { unsupported } from "./explain.ts";
import { insideRow } from "./process-rows.ts";
import { readProperties, withSystem } from "./service.ts";

const ALIVE: readonly EngineContainer["state"][] = ["created", "running", "paused", "stopping"];

/**
 * Asks HCS for the processes of one container. Rejects with `conflict` when it does not run, and with `unsupported` for a
 * VM: HCS sees into containers only.
 * @param commands command lines this app started, by PID inside.
 */
export async function readProcesses(
  native: NativeHcs,
  { id, name, state, isolation }: EngineContainer,
  commands: ReadonlyMap<number, string>,
  clock: Clock,
): Promise<InsideList> {
  if (!ALIVE.includes(state)) throw fail({ code: "conflict", message: `${name} is ${state}.` });
  const { ProcessList, SystemType } = await withSystem(native, id, (system) =>
    readProperties(system, ["ProcessList"], clock),
  );
  if (!ProcessList && SystemType === "VirtualMachine") throw unsupported("processes", NOT_INTO_VMS);
  const rows = (ProcessList ?? []).map((details) => insideRow(details, isolation, commands));
  return { rows, source: "HCS ProcessList", at: clock.now() };
}

const NOT_INTO_VMS = "The Host Compute Service does not list the processes inside a VM.";
