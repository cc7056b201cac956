import { statSync } from "node:fs";
import type { RawProcess } from "../process-reader.ts";
import { containerIdOf } from "./container-id.ts";
import type { StatFields } from "./parse-stat.ts";
import { parseStatus } from "./parse-status.ts";
import { errnoOf, meansDenied, meansGone, readSmallFile } from "./read-file.ts";

/** What rarely changes in a process's life. */
export type Description = Pick<
  RawProcess,
  "name" | "command" | "owner" | "nsPids" | "containerId" | "unreadable"
>;

/** Longer command lines are cut here, with an ellipsis: a process may have megabytes of arguments. */
const MAX_COMMAND = 32 * 1024;
const MAX_SMALL_FILE = 64 * 1024;
const GONE = Symbol("gone");
const NUL = 0;
const SPACE = 0x20;

/** All that rarely changes of one process, read now; null when it went meanwhile. */
export function describeProcess(directory: string, stat: StatFields): Description | null {
  const owner = readOwner(directory);
  if (owner === GONE) return null;
  if (stat.kernelThread) {
    return { name: stat.name, command: null, owner, nsPids: null, containerId: null, unreadable: null };
  }
  const command = readCommand(directory);
  const cgroup = readSmallFile(`${directory}/cgroup`, MAX_SMALL_FILE);
  const containerId = containerIdOf(cgroup.bytes.toString());
  // The directory of a process that may not be dumped belongs to root whoever runs it: only `status` can tell. It costs
  // three times as much and is read for nobody else, but for NSpid.
  const status =
    owner === "0" || containerId !== null
      ? parseStatus(readSmallFile(`${directory}/status`, MAX_SMALL_FILE).bytes.toString())
      : null;
  return {
    name: stat.name,
    command: command.text,
    owner: status?.effectiveUid ?? owner,
    nsPids: containerId === null ? null : (status?.nsPids ?? null),
    containerId,
    unreadable: reasonFor(cgroup.error) ?? reasonFor(command.error),
  };
}

/** The row of a process whose `stat` could not be read for a reason other than that it is gone. */
export function describeUnreadable(directory: string, error: number): Description | null {
  const owner = readOwner(directory);
  if (owner === GONE) return null;
  return { name: "", command: null, owner, nsPids: null, containerId: null, unreadable: reasonFor(error) };
}

function readOwner(directory: string): string | null | typeof GONE {
  try {
    return String(statSync(directory).uid);
  } catch (thrown) {
    return meansGone(errnoOf(thrown)) ? GONE : null;
  }
}

/** Arguments end with NUL each; the line shows a space between them. */
function readCommand(directory: string): { readonly text: string | null; readonly error: number } {
  const { bytes, error } = readSmallFile(`${directory}/cmdline`, MAX_COMMAND + 1);
  let end = Math.min(bytes.length, MAX_COMMAND);
  while (end > 0 && bytes[end - 1] === NUL) end -= 1;
  if (end === 0) return { text: null, error };
  const line = bytes.subarray(0, end);
  for (let at = line.indexOf(NUL); at >= 0; at = line.indexOf(NUL, at + 1)) line[at] = SPACE;
  return { text: line.toString() + (bytes.length > MAX_COMMAND ? "…" : ""), error };
}

/** Why a row lacks something, in words; null for a process that only went meanwhile. */
function reasonFor(error: number): string | null {
  if (error === 0 || meansGone(error)) return null;
  if (meansDenied(error)) return "This user is not permitted to read it.";
  return `Reading it failed with errno ${error}.`;
}
