import type { NativeHcs, NativeProcess, NativeSystem } from "../../hcs.ts";
import { CONTAINER, run } from "./hcs.ts";

/** One of each. */
export interface Parts {
  readonly hcs: NativeHcs;
  readonly system: NativeSystem;
  readonly process: NativeProcess;
}

export type Call = (parts: Parts) => Promise<unknown>;

/** Every export that has an operation, by a call that uses it. */
export const OPERATIONS: readonly (readonly [string, Call])[] = [
  ["HcsEnumerateComputeSystems", ({ hcs }) => hcs.enumerate(null)],
  ["HcsCreateComputeSystem", ({ hcs }) => hcs.create("other", CONTAINER)],
  ["HcsStartComputeSystem", ({ system }) => system.start()],
  ["HcsShutDownComputeSystem", ({ system }) => system.shutdown()],
  ["HcsTerminateComputeSystem", ({ system }) => system.terminate()],
  ["HcsPauseComputeSystem", ({ system }) => system.pause()],
  ["HcsResumeComputeSystem", ({ system }) => system.resume()],
  ["HcsSaveComputeSystem", ({ system }) => system.save()],
  ["HcsModifyComputeSystem", ({ system }) => system.modify("{}")],
  ["HcsGetComputeSystemProperties", ({ system }) => system.properties(null)],
  ["HcsCreateProcess", ({ system }) => run(system, "ping")],
  ["HcsGetProcessProperties", ({ process }) => process.properties()],
  ["HcsModifyProcess", ({ process }) => process.modify("{}")],
  ["HcsSignalProcess", ({ process }) => process.signal('{"Signal":"CtrlC"}')],
  ["HcsTerminateProcess", ({ process }) => process.terminate()],
];
