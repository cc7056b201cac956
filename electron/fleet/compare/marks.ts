import type { FirstProcess, HostSight } from "../../contract/compare.ts";
import type { HostProcess } from "../../contract/process.ts";
import type { Engine } from "../../engine/engine.ts";
import { mainInside } from "../../model/compare-facts.ts";
import type { JoinedMember } from "../roster.ts";
import type { CompareDeps } from "./compare-deps.ts";
import type { FirstSeen } from "./first-seen.ts";

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

/** When the command's process came to be, by its own start stamp where one can be read, else by the engine's word. */
export async function firstProcess(deps: CompareDeps, launched: Launched): Promise<FirstProcess> {
  const { startedAt, launchedMs } = launched;
  const stamp = await readStamp(deps, launched).catch(() => null);
  const ms = stamp ? stamp.at - startedAt : null;
  if (!stamp || ms === null || ms < -CLOCK_SLACK_MS || ms > launchedMs + CLOCK_SLACK_MS) {
    return { ms: launchedMs, resolutionMs: 1, source: "engine" };
  }
  const { resolutionMs, source } = stamp;
  return { ms: Math.min(launchedMs, Math.max(0, ms)), resolutionMs, source };
}

async function readStamp(deps: CompareDeps, { engine, id, key }: Launched): Promise<Stamp | null> {
  const member = deps.fleet.look(key);
  if (!member) return null;
  if (member.seen.isolation === "hyperv") {
    const { rows } = await engine.processes(id);
    const at = mainInside(rows, member.seen.guestPid)?.startedAt ?? null;
    return at === null ? null : { at, resolutionMs: GUEST_TICK_MS, source: "guest-stamp" };
  }
  const row = mainRow(deps, member) ?? (await sampled(deps, member));
  const at = row ? await deps.costs.startedAt(row) : null;
  return at === null ? null : { at, resolutionMs: deps.costs.startResolutionMs, source: "host-stamp" };
}

const mainRow = ({ fleet }: CompareDeps, { seen }: JoinedMember): HostProcess | undefined =>
  seen.mainPid === null ? undefined : fleet.host.byPid(seen.mainPid);

async function sampled(deps: CompareDeps, member: JoinedMember): Promise<HostProcess | undefined> {
  await deps.processes.sample();
  return mainRow(deps, member);
}

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
