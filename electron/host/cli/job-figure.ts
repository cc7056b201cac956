import type { Job } from "../../contract/launch.ts";
import { formatBytes } from "../../model/format.ts";

/** How far a job is, as its unit counts it; "" where it does not count. */
export function jobFigure({ progress }: Pick<Job, "progress">): string {
  if (!progress) return "";
  const { current, total, unit } = progress;
  const count = (amount: number) => (unit === "bytes" ? formatBytes(amount) : String(amount));
  return total === null ? count(current) : `${count(current)} of ${count(total)}`;
}
