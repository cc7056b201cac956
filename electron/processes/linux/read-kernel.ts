import { readFileSync } from "node:fs";
import { release } from "node:os";
import type { Kernel } from "../../contract/scope.ts";

/** This host's kernel as it describes itself. What `/proc` does not tell is null. */
export function readKernel(procRoot = "/proc"): Kernel {
  const bootedAt = /^btime (\d+)$/m.exec(readText(`${procRoot}/stat`))?.[1];
  const bootId = readText(`${procRoot}/sys/kernel/random/boot_id`).trim();
  return {
    release: release(),
    bootedAt: bootedAt === undefined ? null : Number(bootedAt) * 1000,
    bootId: bootId === "" ? null : bootId,
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
