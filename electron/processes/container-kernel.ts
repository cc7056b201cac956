import { readFile } from "node:fs/promises";
import type { Kernel } from "../contract/scope.ts";
import { requireProcfs } from "./inside-procfs.ts";

/**
 * The kernel a process-isolated container runs on, as its own process file system tells it: read through
 * `/proc/<main pid>/root`, which needs the rights to look into that process. Null when it cannot be read.
 *
 * @param proc where the host's process file system is mounted.
 */
export async function readContainerKernel(mainPid: number, proc = "/proc"): Promise<Kernel | null> {
  const inside = `${proc}/${mainPid}/root/proc`;
  try {
    await requireProcfs(inside);
    const [release, bootId, stat] = await Promise.all([
      readFile(`${inside}/sys/kernel/osrelease`, "utf8"),
      readFile(`${inside}/sys/kernel/random/boot_id`, "utf8"),
      readFile(`${inside}/stat`, "utf8"),
    ]);
    return { release: release.trim(), bootId: bootId.trim(), bootedAt: bootTime(stat) };
  } catch {
    return null;
  }
}

/** The `btime` line: seconds since the Unix epoch; as ms. */
function bootTime(stat: string): number | null {
  const seconds = /^btime (\d+)$/m.exec(stat)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
