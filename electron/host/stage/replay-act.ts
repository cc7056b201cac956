import type { Replay } from "../../engine/replay/replay.ts";
import { Fleet } from "../../fleet/fleet.ts";
import type { Jobs } from "../../fleet/jobs.ts";
import { ReplayProcessTable } from "../../processes/replay/replay-process-table.ts";
import type { Act } from "./act.ts";
import { replayComparisons, replayCosts } from "./replay-comparisons.ts";

export interface ReplayActDeps {
  /** The app's own: a launch that is played is played now. */
  readonly jobs: Jobs;
  readonly appVersion: string;
}

/** A second fleet, on a recording's engines and host instead of this one's. */
export function replayAct(replay: Replay, { jobs, appVersion }: ReplayActDeps): Act {
  const { host } = replay.recording.header;
  const processes = new ReplayProcessTable({
    live: replay.processes,
    kernel: host.kernel,
    facts: { reader: host.processReader, births: host.births, notes: [] },
    clock: replay.clock,
  });
  const fleet = new Fleet({
    engines: replay.engines,
    processes,
    inside: { readings: (pid) => replay.readings(pid), kernel: (pid) => replay.kernel(pid) },
    clock: replay.clock,
    windows: host.platform === "win32",
    // Images of a recording are there or not: none is made.
    demo: { ref: "", ensure: async () => {} },
    jobs,
  });
  return {
    fleet,
    comparisons: replayComparisons(),
    costs: replayCosts(),
    processes,
    info: () => ({ ...host, appVersion }),
    attend: () => {},
    close: async () => {
      replay.close();
      await fleet[Symbol.asyncDispose]();
    },
  };
}
