import { readdir, readFile } from "node:fs/promises";
import { IsoscopeFailure } from "../contract/failure.ts";
import type { ProcessIdentity } from "../contract/process.ts";
import { requireProcfs } from "./inside-procfs.ts";
import { parseStat } from "./linux/parse-stat.ts";
import { errnoOf, meansDenied, meansGone } from "./linux/read-file.ts";

/** A process by the number its container gives it. `start` is the host kernel's stamp, the same on both sides. */
export interface InsideStamp extends ProcessIdentity {
  readonly name: string;
}

/**
 * A container's own view of its processes (Linux): its procfs, reached through the root of its main process, given by
 * host PID. Needs the right to trace that process. Fails with `denied` without it, `not-found` when the process is gone
 * or its PID went to another meanwhile, `unsupported` when the container has no procfs. Never blocks the main loop: a
 * hostile container may mount something slow in there.
 */
export async function readInsideView(mainPid: number, procRoot = "/proc"): Promise<readonly InsideStamp[]> {
  const host = `${procRoot}/${mainPid}`;
  const inside = `${host}/root/proc`;
  try {
    const before = await stampOf(host, mainPid);
    if (before === null) throw gone(mainPid);
    await requireProcfs(inside);
    const rows: InsideStamp[] = [];
    for (const entry of await readdir(inside)) {
      const row = /^\d+$/.test(entry) ? await stampOf(`${inside}/${entry}`, Number(entry)) : null;
      if (row) rows.push(row);
    }
    if ((await stampOf(host, mainPid))?.start !== before.start) throw gone(mainPid);
    return rows;
  } catch (thrown) {
    throw insideFailure(thrown, mainPid);
  }
}

/** Null when there is no such process any more. */
async function stampOf(directory: string, pid: number): Promise<InsideStamp | null> {
  try {
    const stat = parseStat(await readFile(`${directory}/stat`, "utf8"));
    return stat && { pid, start: stat.start, name: stat.name };
  } catch (thrown) {
    if (meansGone(errnoOf(thrown))) return null;
    throw thrown;
  }
}

const gone = (pid: number): IsoscopeFailure =>
  new IsoscopeFailure({ code: "not-found", what: "process", name: String(pid) });

function insideFailure(thrown: unknown, mainPid: number): IsoscopeFailure {
  if (thrown instanceof IsoscopeFailure) return thrown;
  const error = errnoOf(thrown);
  if (meansGone(error)) return gone(mainPid);
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  if (!meansDenied(error))
    return new IsoscopeFailure({ code: "internal", message: detail }, { cause: thrown });
  return new IsoscopeFailure(
    {
      code: "denied",
      reason: "This user may not look into the container's own process list.",
      fix: "Run Isoscope as root, or as the user the container runs as.",
      detail,
    },
    { cause: thrown },
  );
}
