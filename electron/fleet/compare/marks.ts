import type { FirstProcess, HostSight } from "../../contract/compare.ts";
import type { HostProcess } from "../../contract/process.ts";
import type { Engine } from "../../engine/engine.ts";
import { mainInside } from "../../model/compare-facts.ts";
import type { JoinedMember } from "../roster.ts";
import type { CompareDeps } from "./compare-deps.ts";
import type { FirstSeen } from "./first-seen.ts";
import { hostRowsNow } from "./read-facts.ts";

/** One container that was launched just now. */
export interface Launched {
  readonly engine: Engine;
  readonly id: string;
  readonly key: string;
  /** When the launch began, ms since the Unix epoch. */
  readonly startedAt: number;
  /** When the engine said that the command runs, ms after that. */
  readonly launchedMs: number;
}

interface Stamp {
  readonly at: number;
  readonly resolutionMs: number;
  readonly source: FirstProcess["source"];
}

/** Guests and hosts set their clocks from each other; a stamp further off than this is of another clock. */
const CLOCK_SLACK_MS = 100;
/** Stamps of guests come in the kernel's ticks. */
const GUEST_TICK_MS = 10;
/** The kernel tells of a birth at once; what remains is this program's own turn. */
const CONNECTOR_MS = 5;
const POLLING_MS = 1_000;

/**
 * When the command's process came to be. A container runtime makes the process first and lets it become the command at
 * the end, so its start stamp is too early where the host tells at once of the program it runs; elsewhere the stamp it
 * is. Without any of these the engine's word counts.
 */
export async function firstProcess(
  deps: CompareDeps,
  launched: Launched,
  seen: FirstSeen,
): Promise<FirstProcess> {
  const { startedAt, launchedMs } = launched;
  const stamp = await readStamp(deps, launched, seen).catch(() => null);
  const ms = stamp ? stamp.at - startedAt : null;
  if (!stamp || ms === null || ms < -CLOCK_SLACK_MS || ms > launchedMs + CLOCK_SLACK_MS) {
    return { ms: launchedMs, resolutionMs: 1, source: "engine" };
  }
  const { resolutionMs, source } = stamp;
  return { ms: Math.min(launchedMs, Math.max(0, ms)), resolutionMs, source };
}

async function readStamp(deps: CompareDeps, launched: Launched, seen: FirstSeen): Promise<Stamp | null> {
  const member = deps.fleet.look(launched.key);
  if (!member) return null;
  return member.seen.isolation === "hyperv" ? guestStamp(launched, member) : hostStamp(deps, member, seen);
}

async function guestStamp({ engine, id }: Launched, { seen }: JoinedMember): Promise<Stamp | null> {
  const { rows } = await engine.processes(id);
  const at = mainInside(rows, seen.guestPid)?.startedAt ?? null;
  return at === null ? null : { at, resolutionMs: GUEST_TICK_MS, source: "guest-stamp" };
}

async function hostStamp(deps: CompareDeps, member: JoinedMember, seen: FirstSeen): Promise<Stamp | null> {
  // By now it runs the command: the table is to have it by that name.
  await hostRowsNow(deps);
  const row = mainRow(deps, member);
  if (!row) return null;
  const told = deps.processes.facts.births === "connector" ? seen.at(row) : null;
  if (told !== null) return { at: told, resolutionMs: CONNECTOR_MS, source: "host-table" };
  const at = await deps.costs.startedAt(row);
  return at === null ? null : { at, resolutionMs: deps.costs.startResolutionMs, source: "host-stamp" };
}

const mainRow = ({ fleet }: CompareDeps, { seen }: JoinedMember): HostProcess | undefined =>
  seen.mainPid === null ? undefined : fleet.host.byPid(seen.mainPid);

/** What the host's table first showed of the container, and when; null while it has shown nothing. */
export function hostSight(
  deps: CompareDeps,
  { key, startedAt }: Launched,
  seen: FirstSeen,
): HostSight | null {
  const member = deps.fleet.look(key);
  if (!member) return null;
  const worker = member.seen.worker ?? member.vm?.worker ?? null;
  const process = worker ?? mainRow(deps, member);
  const at = process ? seen.at(process) : null;
  if (!process || at === null) return null;
  return {
    ms: Math.max(0, at - startedAt),
    resolutionMs: deps.processes.facts.births === "connector" ? CONNECTOR_MS : POLLING_MS,
    pid: process.pid,
    name: process.name,
    role: worker ? "worker" : "command",
  };
}
