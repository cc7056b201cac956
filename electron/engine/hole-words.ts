import { IsoscopeFailure } from "../contract/failure.ts";
import type { LaunchHole } from "../contract/hole.ts";

/** Throws `invalid` at the first path or device that is not in the words of the container's own system. */
export function requireWordsOf(os: "linux" | "windows", holes: readonly LaunchHole[]): void {
  for (const [index, hole] of holes.entries()) {
    const wrong = wrongWords(hole, os === "windows");
    if (wrong === null) continue;
    throw new IsoscopeFailure({
      code: "invalid",
      field: `holes.${index}.${wrong.field}`,
      message: wrong.message,
    });
  }
}

/** `//./pipe/name` is a Windows path in the words of those who do not like backslashes. */
const isUnixPath = (path: string): boolean => path.startsWith("/") && !path.startsWith("//");

function wrongWords(hole: LaunchHole, windows: boolean): { field: string; message: string } | null {
  if ("target" in hole && isUnixPath(hole.target) === windows) {
    const message = windows
      ? "a Windows container has paths like C:\\data and \\\\.\\pipe\\name"
      : "a Linux container has paths like /data";
    return { field: "target", message };
  }
  if (hole.kind === "device" && hole.device.startsWith("/") === windows) {
    const message = windows ? "on Windows: class/ and the GUID of an interface class" : "on Linux: /dev/…";
    return { field: "device", message };
  }
  return null;
}
