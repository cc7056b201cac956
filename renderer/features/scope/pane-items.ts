import type { HostProcess, InsideProcess } from "../../../electron/contract/process.ts";
import type { Link, Scope } from "../../../electron/contract/scope.ts";
import { scopeStrings } from "../../strings/scope.ts";
import type { HostRowOrder } from "../../ui-state/preferences.ts";
import { type Exited, NOBODY_EXITED } from "./exited.ts";
import { identityKey } from "./identity.ts";

export interface GroupItem {
  readonly kind: "group";
  readonly key: string;
  readonly text: string;
}

export interface InsideItem {
  readonly kind: "process";
  readonly key: string;
  readonly row: InsideProcess;
  readonly link: Link | null;
  /** It has ended and stays for a moment. */
  readonly exited: boolean;
}

export interface HostItem {
  readonly kind: "process";
  readonly key: string;
  readonly row: HostProcess;
  readonly link: Link | null;
  /** Belongs to the container; others are printed fainter. */
  readonly related: boolean;
  readonly worker: boolean;
  /** It has ended and stays for a moment. */
  readonly exited: boolean;
}

/** The inside of the VM, of which the host has no row. */
export interface OpaqueItem {
  readonly kind: "opaque";
  readonly key: string;
  readonly count: number;
  /** How the worker on top of it is known to be this VM's; null where that goes without saying. */
  readonly evidence: string | null;
}

export type InsidePaneItem = GroupItem | InsideItem;
export type HostPaneItem = GroupItem | HostItem | OpaqueItem;

export const OPAQUE_KEY = "opaque";
export const PROCESS_HEIGHT = 24;
export const GROUP_HEIGHT = 22;
export const OPAQUE_HEIGHT = 106;

export function heightOf(item: InsidePaneItem | HostPaneItem): number {
  switch (item.kind) {
    case "group":
      return GROUP_HEIGHT;
    case "opaque":
      return OPAQUE_HEIGHT;
    case "process":
      return PROCESS_HEIGHT;
  }
}

const group = (key: string, text: string): GroupItem => ({ kind: "group", key: `group:${key}`, text });
const byPid = <T extends { readonly row: { readonly pid: number | null } }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.row.pid ?? 0) - (b.row.pid ?? 0));

export const insideKey = (pid: number): string => `in:${pid}`;

/** The container's own command first, the rest by PID: the same order on both sides keeps links from crossing. */
export function insideItems(scope: Scope, exited: Exited = NOBODY_EXITED): InsidePaneItem[] {
  const links = new Map(scope.links.map((link) => [link.insidePid, link]));
  const items = [
    ...scope.inside.map((row, index) => insideItem(row, index, links.get(row.pid ?? -1) ?? null, false)),
    ...exited.inside
      // A new process may have taken the number: its row has the key.
      .filter(({ row }) => !scope.inside.some(({ pid }) => pid === row.pid))
      .map(({ row }, index) => insideItem(row, index, null, true)),
  ];
  const main = items.filter(({ row }) => row.pid !== null && row.pid === scope.mainPid);
  const others = byPid(items.filter((item) => !main.includes(item)));
  return [
    ...(main.length > 0 ? [group("main", scopeStrings.yourCommand), ...main] : []),
    ...(others.length > 0 ? [group("others", insideTitle(main.length > 0, others.length)), ...others] : []),
  ];
}

function insideItem(row: InsideProcess, index: number, link: Link | null, exited: boolean): InsideItem {
  const key = row.pid === null ? `in:?${index}` : insideKey(row.pid);
  return { kind: "process", key, row, link, exited };
}

function insideTitle(rest: boolean, count: number): string {
  return rest ? scopeStrings.otherInside(count) : scopeStrings.allInside(count);
}

/**
 * The host's side. Under VM isolation the worker is the lid of an opaque box. Related rows come before the thousands
 * that are not, or, in order "all", stand among them.
 */
export function hostItems(
  scope: Scope,
  all: ReadonlyMap<string, HostProcess>,
  order: HostRowOrder,
  pidWord: string,
  exited: Exited = NOBODY_EXITED,
): HostPaneItem[] {
  const related = [...relatedItems(scope), ...exitedItems(exited)];
  const known = new Set(related.map(({ key }) => key));
  const others = Array.from(all)
    .filter(([key]) => !known.has(key))
    .map(
      ([key, row]): HostItem => ({
        kind: "process",
        key,
        row,
        link: null,
        related: false,
        worker: false,
        exited: false,
      }),
    );
  const main = related.filter(({ link }) => link !== null && link.insidePid === scope.mainPid);
  const box = related.filter((item) => item.worker || scope.isolation === "hyperv");
  const rest = related.filter((item) => !box.includes(item) && !main.includes(item));
  const first: HostPaneItem[] = main.length > 0 ? [group("main", scopeStrings.yourCommand), ...main] : [];
  const top = [...opaqueBox(scope, box), ...first];
  const otherHost = scopeStrings.otherHost(pidWord);
  if (order === "all") return [...top, ...grouped("others", otherHost, byPid([...rest, ...others]))];
  return [
    ...top,
    ...grouped("rest", insideTitle(main.length > 0, rest.length), byPid(rest)),
    ...grouped("others", otherHost, byPid(others)),
  ];
}

/** The worker is the lid; what else the host has of the VM (vmmem) lies under it, above the closed part. */
function opaqueBox({ worker, inside }: Scope, rows: readonly HostItem[]): HostPaneItem[] {
  if (!worker) return [...rows];
  const evidence = worker.evidence === undefined ? null : `${worker.name} ${worker.pid} ${worker.evidence}`;
  const lid = rows.filter((item) => item.worker);
  const under = rows.filter((item) => !item.worker);
  return [...lid, ...under, { kind: "opaque", key: OPAQUE_KEY, count: inside.length, evidence }];
}

function grouped(key: string, text: string, items: readonly HostItem[]): HostPaneItem[] {
  return items.length > 0 ? [group(key, text), ...items] : [];
}

function relatedItems(scope: Scope): HostItem[] {
  const links = new Map(scope.links.map((link) => [link.hostPid, link]));
  return scope.related.map((row) => ({
    kind: "process",
    key: identityKey(row),
    row,
    link: links.get(row.pid) ?? null,
    related: true,
    worker: scope.worker !== null && identityKey(scope.worker) === identityKey(row),
    exited: false,
  }));
}

const exitedItems = ({ host }: Exited): HostItem[] =>
  host.map(({ row }) => ({
    ...{ kind: "process", key: identityKey(row), row, link: null },
    ...{ related: true, worker: false, exited: true },
  }));

export interface HostCounts {
  readonly linked: number;
  readonly workers: number;
  readonly other: number;
}

export function hostCounts(scope: Scope): HostCounts {
  const workers = scope.worker ? 1 : 0;
  return { linked: scope.links.length, workers, other: scope.hostCount - scope.links.length - workers };
}
