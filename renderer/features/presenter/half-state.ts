import type { Container } from "../../../electron/contract/container.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { Job } from "../../../electron/contract/launch.ts";
import type { DemoHalf } from "./demo-session.ts";

/** How far one of the demo's two containers is. */
export type HalfState =
  | { readonly kind: "idle" }
  | { readonly kind: "starting"; readonly phase: string }
  | { readonly kind: "failed"; readonly error: IsoscopeError }
  | { readonly kind: "ended"; readonly container: Container }
  | { readonly kind: "running"; readonly container: Container };

const IDLE: HalfState = { kind: "idle" };

/** What is known of one half now: a launch under way comes before what ran earlier. */
export function halfState(
  half: DemoHalf,
  jobs: ReadonlyMap<string, Job>,
  containers: ReadonlyMap<string, Container>,
): HalfState {
  if (half.refused) return { kind: "failed", error: half.refused };
  const job = half.job === null ? undefined : jobs.get(half.job);
  if (job) return ofJob(job, containers);
  const container = half.key === null ? undefined : containers.get(half.key);
  return container ? ofContainer(container) : IDLE;
}

function ofJob(job: Job, containers: ReadonlyMap<string, Container>): HalfState {
  if (job.state === "running") return { kind: "starting", phase: job.phase };
  if (job.state === "failed" && job.error) return { kind: "failed", error: job.error };
  const container = job.container === null ? undefined : containers.get(job.container);
  // The launch is over a moment before its row is there.
  if (job.state === "done")
    return container ? ofContainer(container) : { kind: "starting", phase: job.phase };
  return IDLE;
}

function ofContainer(container: Container): HalfState {
  switch (container.state) {
    case "running":
    case "paused":
    case "stopping":
      return { kind: "running", container };
    case "created":
    case "starting":
      return { kind: "starting", phase: "" };
    case "exited":
    case "failed":
    case "removing":
    case "unknown":
      return { kind: "ended", container };
  }
}
