import type { Container } from "../../../electron/contract/container.ts";
import type { Job } from "../../../electron/contract/launch.ts";
import type { DemoSession } from "./demo-session.ts";

export interface LeftBehind {
  /** Containers the demo launched that are still there. */
  readonly made: readonly Container[];
  /** Ids of its launches still under way. */
  readonly starting: readonly string[];
}

/** What a demo would leave behind if it ended now. Containers that it only showed are not its own. */
export function leftBehind(
  { made, process, hyperv }: DemoSession,
  containers: ReadonlyMap<string, Container>,
  jobs: ReadonlyMap<string, Job>,
): LeftBehind {
  return {
    made: made.flatMap((key) => containers.get(key) ?? []),
    starting: [process.job, hyperv.job].flatMap((id) =>
      id !== null && jobs.get(id)?.state === "running" ? [id] : [],
    ),
  };
}
