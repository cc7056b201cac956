import type { Client } from "../../contract/client.ts";
import type { IsoscopeContract } from "../../contract/contract.ts";
import type { Clock } from "../../engine/engine.ts";
import { runScene, type SceneReport } from "./scene.ts";

export interface VerbContext {
  readonly client: Client<IsoscopeContract>;
  readonly clock: Clock;
  /** Machine-readable output was asked for. */
  readonly json: boolean;
  /** Results; nothing else goes to standard output. */
  readonly out: (line: string) => void;
  /** Progress and hints, on standard error. */
  readonly log: (line: string) => void;
}

export interface Verb {
  readonly summary: string;
  /** Resolves with the exit code; rejects with `IsoscopeFailure`. */
  readonly run: (context: VerbContext) => Promise<number>;
}

/** The command line's verbs. Each speaks to the same contract as the screens. */
export const verbs: ReadonlyMap<string, Verb> = new Map([
  [
    "scene",
    {
      summary: "launch the demo under both isolations, print what both sides show, and remove it again",
      run: async ({ client, clock, json, out, log }) => {
        const report = await runScene({ client, clock, log });
        const { holds, ...evidence } = report;
        out(json ? JSON.stringify(evidence) : describeScene(report));
        if (!holds) log("The scene does not hold: see the evidence above.");
        return holds ? 0 : 1;
      },
    },
  ],
]);

function describeScene({ process, hyperv, timings }: SceneReport): string {
  return [
    `Shared kernel   ${process.hostName}: PID ${process.insidePid} inside, ${process.topPid} in top, ${process.hostPid} on the host`,
    `                same PID: ${yes(process.samePid)}, same start time: ${yes(process.sameStartTime)}`,
    `VM              PID ${hyperv.insidePid} inside, ${hyperv.hostMatches} such processes on the host`,
    `                worker ${hyperv.worker.name}, PID ${hyperv.worker.pid}`,
    `                guest kernel ${hyperv.guestKernel}, host kernel ${hyperv.hostKernel}`,
    `Timings         ${Object.entries(timings)
      .map(([step, ms]) => `${step.replace(/Ms$/, "")} ${ms} ms`)
      .join(", ")}`,
  ].join("\n");
}

const yes = (value: boolean): string => (value ? "yes" : "no");
