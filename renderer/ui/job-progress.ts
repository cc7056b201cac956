import type { Job } from "../../electron/contract/launch.ts";

/** How far a job's phase is, 0 to 1; null when its end is not known. */
export function jobProgress(job: Job): number | null {
  const { progress } = job;
  if (!progress || progress.total === null || progress.total <= 0) return null;
  return Math.min(1, progress.current / progress.total);
}
