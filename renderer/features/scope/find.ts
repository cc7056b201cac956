import type { HostProcess, InsideProcess } from "../../../electron/contract/process.ts";
import type { Link, Scope } from "../../../electron/contract/scope.ts";
import { identityKey } from "./identity.ts";

/** A host process that has the name looked for but is not this container's. */
export interface Namesake {
  readonly name: string;
  readonly pid: number;
  /** It is the worker that wraps the VM, not something inside it. */
  readonly isWorker: boolean;
}

/** What became of a search. Facts only; the words are in `find-text.ts`. */
export type FindResult =
  | { readonly kind: "idle" }
  | { readonly kind: "same"; readonly link: Link }
  | {
      readonly kind: "hidden";
      readonly name: string;
      readonly insidePid: number | null;
      readonly worker: Pick<NonNullable<Scope["worker"]>, "name" | "pid" | "evidence"> | null;
      readonly namesake: Namesake | null;
    }
  | {
      readonly kind: "unlinked";
      readonly name: string;
      readonly insidePid: number | null;
      readonly namesake: Namesake | null;
    }
  | { readonly kind: "absent"; readonly query: string; readonly namesake: Namesake | null };

export interface Found {
  readonly result: FindResult;
  /** Positions to mark, as the panes key their rows. */
  readonly insidePid: number | null;
  readonly hostKey: string | null;
}

const bare = (name: string) => name.replace(/\.exe$/i, "").toLowerCase();
const program = (command: string) => bare(command.split(" ", 1)[0]?.split(/[/\\]/).at(-1) ?? "");

/** How well a row answers a query, lower is better; null when it does not. */
function rank(query: string, row: InsideProcess, link: Link | undefined): number | null {
  const word = bare(query);
  if (/^\d+$/.test(word)) {
    const pid = Number(word);
    if (row.pid === pid || link?.hostPid === pid) return 0;
  }
  if (bare(row.name) === word) return 1;
  if (program(row.command) === word) return 2;
  if (bare(row.name).startsWith(word)) return 3;
  return row.command.toLowerCase().includes(word) ? 4 : null;
}

/** Looks for a name or PID on both sides. Says "same process" only where the scope has a link for it. */
export function findProcess(query: string, scope: Scope, host: Iterable<HostProcess>): Found {
  const word = query.trim();
  if (word === "") return { result: { kind: "idle" }, insidePid: null, hostKey: null };
  const links = new Map(scope.links.map((link) => [link.insidePid, link]));
  const row = bestInside(word, scope, links);
  if (!row) {
    const namesake = findNamesake(word, scope, host);
    return { result: { kind: "absent", query: word, namesake }, insidePid: null, hostKey: null };
  }
  const link = row.pid === null ? undefined : links.get(row.pid);
  const result = link
    ? ({ kind: "same", link } as const)
    : withoutLink(asAsked(word, row), row.pid, scope, host);
  return { result, insidePid: row.pid, hostKey: hostKeyOf(result, scope) };
}

function bestInside(
  query: string,
  scope: Scope,
  links: ReadonlyMap<number, Link>,
): InsideProcess | undefined {
  const ranked = scope.inside.flatMap((row) => {
    const order = rank(query, row, row.pid === null ? undefined : links.get(row.pid));
    return order === null ? [] : [{ row, order, main: row.pid === scope.mainPid ? 0 : 1, pid: row.pid ?? 0 }];
  });
  ranked.sort((a, b) => a.order - b.order || a.main - b.main || a.pid - b.pid);
  return ranked[0]?.row;
}

/** Windows looks names up in any case and without their ending: the asker's own spelling stands. */
function asAsked(query: string, row: InsideProcess): string {
  return (bare(query) === bare(row.name) ? query : row.name).replace(/\.exe$/i, "");
}

function withoutLink(
  name: string,
  insidePid: number | null,
  scope: Scope,
  host: Iterable<HostProcess>,
): FindResult {
  const namesake = findNamesake(name, scope, host);
  if (scope.isolation !== "hyperv") return { kind: "unlinked", name, insidePid, namesake };
  return { kind: "hidden", name, insidePid, worker: scope.worker, namesake };
}

/** A host process of exactly this name or PID that no link claims; the worker also by the beginning of its name. */
function findNamesake(name: string, scope: Scope, host: Iterable<HostProcess>): Namesake | null {
  const word = bare(name);
  const pid = /^\d+$/.test(word) ? Number(word) : null;
  const { worker } = scope;
  if (worker && (bare(worker.name).startsWith(word) || worker.pid === pid)) {
    return { name: worker.name, pid: worker.pid, isWorker: true };
  }
  const linked = new Set(scope.links.map((link) => link.hostPid));
  for (const row of host) {
    if ((bare(row.name) === word || row.pid === pid) && !linked.has(row.pid))
      return { name: row.name, pid: row.pid, isWorker: false };
  }
  return null;
}

function hostKeyOf(result: FindResult, scope: Scope): string | null {
  if (result.kind === "hidden") return scope.worker ? identityKey(scope.worker) : null;
  if (result.kind !== "same") return null;
  const row = scope.related.find(({ pid }) => pid === result.link.hostPid);
  return row ? identityKey(row) : null;
}
