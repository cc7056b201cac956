import type { Client } from "../../../contract/client.ts";
import type { IsoscopeContract } from "../../../contract/contract.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import type { Job } from "../../../contract/launch.ts";
import { type Wait, watchUntil } from "../watch-until.ts";

type Told = (job: Job) => void;

/**
 * Waits for a job's end and resolves with it as it was then. Rejects with why it failed. When the wait is cancelled or
 * takes too long, the job is cancelled too, and it is over when this rejects: nothing of it is left.
 */
export async function finishJob(
  client: Client<IsoscopeContract>,
  id: string,
  wait: Wait,
  told: Told = () => {},
): Promise<Job> {
  const ended = (jobs: readonly Job[]) => {
    const mine = jobs.find((job) => job.id === id);
    if (mine) told(mine);
    return mine && mine.state !== "running" ? mine : undefined;
  };
  try {
    const job = await watchUntil(client, "jobs.watch", {}, ended, wait);
    if (job.error) throw new IsoscopeFailure(job.error);
    return job;
  } catch (thrown) {
    if (endsWait(thrown)) await undo(client, id, ended, wait);
    throw thrown;
  }
}

/** The container that a launch made. */
export async function finishLaunch(
  client: Client<IsoscopeContract>,
  id: string,
  wait: Wait,
  told?: Told,
): Promise<string> {
  const { container } = await finishJob(client, id, wait, told);
  if (container !== null) return container;
  throw new IsoscopeFailure({ code: "internal", message: "The launch told no container." });
}

/** How long a job may take to undo what it began, ms. */
const UNDO_MS = 60_000;

async function undo(
  client: Client<IsoscopeContract>,
  job: string,
  ended: (jobs: readonly Job[]) => Job | undefined,
  { clock }: Wait,
): Promise<void> {
  await client.call("jobs.cancel", { job });
  const last = await watchUntil(client, "jobs.watch", {}, ended, { what: "undoing it", ms: UNDO_MS, clock });
  // It may have been done just before it was told to stop.
  if (last.state === "done" && last.container !== null) {
    await client.call("containers.control", { key: last.container, action: "remove" });
  }
}

const endsWait = (thrown: unknown): boolean =>
  thrown instanceof IsoscopeFailure && (thrown.error.code === "cancelled" || thrown.error.code === "timeout");
