import type { HostProcess, InsideProcess } from "../../../electron/contract/process.ts";
import type { Link, Scope } from "../../../electron/contract/scope.ts";
import { identityKey } from "./identity.ts";

/** A row that has ended stays at least this long, so that a person sees that it did. */
export const LINGER_MS = 3_000;

export interface ExitedInside {
  readonly row: InsideProcess;
  /** It had a partner on the host. */
  readonly linked: boolean;
  /** When it was first missed, ms since the Unix epoch. */
  readonly since: number;
}

export interface ExitedHost {
  readonly row: HostProcess;
  readonly since: number;
}

/** Rows that were there in an earlier sample and are not any more. */
export interface Exited {
  /** The sample they are compared with next; null before the first. */
  readonly scope: Scope | null;
  readonly inside: readonly ExitedInside[];
  readonly host: readonly ExitedHost[];
}

export const NOBODY_EXITED: Exited = { scope: null, inside: [], host: [] };

const insideIdentity = ({ pid, start, command }: InsideProcess) => `${pid}:${start ?? command}`;

/**
 * What has ended by now: rows of the sample before that this one lacks are added, rows that are back are dropped, and
 * those shown for {@link LINGER_MS} go as soon as `neutral` says that no one is looking at them closely. A list that
 * could not be read ends nothing.
 */
export function foldExited(before: Exited, scope: Scope, now: number, neutral: boolean): Exited {
  if (before.scope?.key !== scope.key) return { ...NOBODY_EXITED, scope };
  const stays = ({ since }: { readonly since: number }) => now - since < LINGER_MS || !neutral;
  const inside = [...before.inside.filter(stays), ...endedInside(before.scope, scope, now)];
  const host = [...before.host.filter(stays), ...endedHost(before.scope, scope, now)];
  const there = new Set(scope.inside.map(insideIdentity));
  const related = new Set(scope.related.map(identityKey));
  return {
    scope,
    inside: inside.filter(({ row }) => !there.has(insideIdentity(row))),
    host: host.filter(({ row }) => !related.has(identityKey(row))),
  };
}

function endedInside(before: Scope, scope: Scope, since: number): ExitedInside[] {
  if (scope.insideError || before === scope) return [];
  const linked = new Set(before.links.map((link: Link) => link.insidePid));
  const there = new Set(scope.inside.map(insideIdentity));
  return before.inside
    .filter((row) => row.pid !== null && !there.has(insideIdentity(row)))
    .map((row) => ({ row, linked: row.pid !== null && linked.has(row.pid), since }));
}

function endedHost(before: Scope, scope: Scope, since: number): ExitedHost[] {
  if (before === scope) return [];
  const there = new Set(scope.related.map(identityKey));
  return before.related.filter((row) => !there.has(identityKey(row))).map((row) => ({ row, since }));
}

/** When the next of them has been shown long enough, ms since the Unix epoch; null when there is none. */
export function nextExpiry({ inside, host }: Exited): number | null {
  const sinces = [...inside, ...host].map(({ since }) => since);
  return sinces.length === 0 ? null : Math.min(...sinces) + LINGER_MS;
}
