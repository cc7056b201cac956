import { lstat, statfs } from "node:fs/promises";
import { IsoscopeFailure } from "../contract/failure.ts";

/** `f_type` of procfs, linux/magic.h. */
const PROC_SUPER_MAGIC = 0x9fa0;

/**
 * Rejects with `unsupported` unless the directory is a proc filesystem: a container may have mounted anything there.
 * A symbolic link would be followed from this host's root, and show the host as if it were the inside.
 */
export async function requireProcfs(directory: string): Promise<void> {
  const isDirectory = (await lstat(directory)).isDirectory();
  if (isDirectory && (await statfs(directory)).type === PROC_SUPER_MAGIC) return;
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: "inside view",
    reason: "The container has no proc filesystem of its own at /proc.",
  });
}
