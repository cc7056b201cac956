import type { Isolation } from "../contract/engine.ts";
import type { HostProcess, InsideProcess } from "../contract/process.ts";
import type { Link } from "../contract/scope.ts";
import { programName } from "./program-name.ts";
import { siloOf } from "./silo-members.ts";
import { compareStamps } from "./windows-stamps.ts";

/** `top` tells ages in whole seconds, so a start time derived from one may be off by this much. */
const TOP_RESOLUTION_MS = 2_000;

/** What a row of the host process table has for a start that could not be read. Two of them prove nothing. */
const UNREAD_START = "0";

/**
 * The links of one container: which inside row *is* which host row. Under VM isolation there is never one, whatever
 * numbers coincide. A link needs the same PID by a witness (the number `top` printed, tied to the inside number by
 * NSpid where namespaces renumber) and the same start; differing starts are no link, a missing start is `likely`.
 */
export function findLinks(
  isolation: Isolation | null,
  inside: readonly InsideProcess[],
  hostByPid: (pid: number) => HostProcess | undefined,
): Link[] {
  if (isolation === "hyperv") return [];
  return inside.flatMap((row) => {
    const link = linkOf(row, hostByPid);
    return link ? [link] : [];
  });
}

function linkOf(row: InsideProcess, hostByPid: (pid: number) => HostProcess | undefined): Link | null {
  if (row.hostPid === null || row.pid === null) return null;
  const host = hostByPid(row.hostPid);
  const compare = host?.windows ? compareWindowsStarts : compareStarts;
  const verdict = host && tied(row, host) ? compare(row, host) : null;
  if (!host || !verdict) return null;
  const proven = verdict === "same";
  const tie = kernelTie(host);
  return {
    insidePid: row.pid,
    hostPid: host.pid,
    start: proven ? host.start : null,
    startedAt: host.startedAt,
    certainty: proven ? "proven" : "likely",
    starts: verdict,
    tie,
    evidence: [tie, WORDS[verdict]].filter((part) => part !== "").join(", "),
  };
}

type Verdict = Link["starts"] | null;

const WORDS: Readonly<Record<Link["starts"], string>> = {
  same: "start time matches too",
  "same-second": "start time matches to the second only",
  "unread-inside": "start time could not be read inside",
  "unread-host": "start time could not be read on the host",
};

/** Null when the starts differ: then it is another process of that number. */
function compareStarts(row: InsideProcess, host: HostProcess): Verdict {
  if (host.start === UNREAD_START) return "unread-host";
  if (row.start !== null) return row.start === host.start ? "same" : null;
  if (row.startedAt === null || host.startedAt === null) return "unread-inside";
  return Math.abs(row.startedAt - host.startedAt) > TOP_RESOLUTION_MS ? null : "same-second";
}

/** Windows gives both sides in 100 ns, but a list printed as text may have been rounded. */
function compareWindowsStarts(row: InsideProcess, host: HostProcess): Verdict {
  if (row.start === null || host.start === UNREAD_START)
    return likelyByName(row, compareStarts(row, host), host);
  switch (compareStamps(row.start, host.start)) {
    case "equal":
      return "same";
    case "near":
      return likelyByName(row, "same-second", host);
    case "far":
      return null;
  }
}

/** Numbers of two kernels may coincide: without a proof the names have to agree as well. */
function likelyByName(row: InsideProcess, verdict: Verdict, host: HostProcess): Verdict {
  return programName(row.name) === programName(host.name) ? verdict : null;
}

/** Where the kernel renumbers (NSpid), its own line must name the inside number; elsewhere the numbers are equal. */
function tied(row: InsideProcess, host: HostProcess): boolean {
  if (host.nsPids !== null) return host.nsPids[0] === host.pid && host.nsPids.at(-1) === row.pid;
  return row.pid === host.pid;
}

/** What the kernel itself says of the process that a reader can check. */
function kernelTie(host: HostProcess): string {
  const silo = siloOf(host);
  if (silo !== null) return `server silo ${silo}`;
  return host.nsPids && host.nsPids.length > 1 ? `NSpid ${host.nsPids.join(" ")}` : "";
}
