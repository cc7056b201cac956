import type { HostProcess, ProcessIdentity } from "../contract/process.ts";

/** A utility VM as the Host Compute Service names it. */
export interface VmIdentity {
  /** RuntimeId: a GUID in any case, with or without braces. */
  readonly runtimeId: string;
  /** ms since the Unix epoch; null when not told. */
  readonly startedAt: number | null;
}

/** A host process that belongs to a VM, and how that is known. */
export interface VmProcess extends ProcessIdentity {
  readonly name: string;
  /** In words that follow the process's name. */
  readonly evidence: string;
  /** False where only the start time speaks for it. */
  readonly named: boolean;
}

/** What the host shows of one VM. */
export interface VmProcesses {
  /** The worker process (vmwp). */
  readonly worker: VmProcess | null;
  /** The process that carries the VM's memory (vmmem); a host need not have one. */
  readonly memory: VmProcess | null;
  /** Why the worker is not known; "" when it is. */
  readonly why: string;
}

export type VmRole = "worker" | "memory";

/** What a process is to VMs by its name: `vmwp`, `vmmem`, `vmmemWSL`; null for all others. */
export function vmRole(name: string): VmRole | null {
  if (/^vmwp(\.exe)?$/i.test(name)) return "worker";
  return /^vmmem/i.test(name) ? "memory" : null;
}

/** One spelling of a GUID, so that it can be compared. */
export const guidKey = (guid: string): string => guid.replace(/[{}]/g, "").toUpperCase();

/** VM boot and the birth of its processes lie closer than this. */
const SAME_START_MS = 1_000;

const ACCOUNT = /^NT VIRTUAL MACHINE\\\{?([0-9A-F-]{36})\}?$/i;
const GUID = /[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}/gi;

/**
 * Which host processes belong to which VM. Each VM has its own, so none is taken for a VM unless its account or its
 * command line has the VM's id, or, where neither can be read, unless it alone began when that VM alone did. Depends on
 * no order. Keyed by {@link guidKey}. Source of the account rule: hcsshim, which finds `vmmem` by it.
 */
export function findVmProcesses(
  vms: readonly VmIdentity[],
  rows: readonly HostProcess[],
): ReadonlyMap<string, VmProcesses> {
  const wanted = new Map(vms.map((vm) => [guidKey(vm.runtimeId), vm]));
  const worker = rows.filter((row) => vmRole(row.name) === "worker");
  const memory = rows.filter((row) => vmRole(row.name) === "memory");
  const workers = assign(wanted, worker);
  const memories = assign(wanted, memory);
  return new Map(
    [...wanted.keys()].map((guid) => {
      const found = workers.get(guid) ?? null;
      const why = found ? "" : whyNone(guid, worker);
      return [guid, { worker: found, memory: memories.get(guid) ?? null, why }];
    }),
  );
}

/** All of one role. */
function assign(
  vms: ReadonlyMap<string, VmIdentity>,
  rows: readonly HostProcess[],
): ReadonlyMap<string, VmProcess> {
  const found = new Map<string, VmProcess>();
  const unnamed: HostProcess[] = [];
  for (const row of [...rows].sort(byAge)) {
    const name = nameOf(row, vms);
    if (name) found.set(name.guid, { ...identityOf(row), evidence: name.evidence, named: true });
    else if (accountGuid(row) === null) unnamed.push(row);
  }
  const open = [...vms].filter(([guid]) => !found.has(guid));
  for (const [guid, row] of byStart(open, unnamed)) {
    const evidence = `is its own by start time only: no other ${bare(row.name)} began within 1 s of the VM`;
    found.set(guid, { ...identityOf(row), evidence, named: false });
  }
  return found;
}

/** The VM a row names, by its account before its command line. */
function nameOf(
  row: HostProcess,
  vms: ReadonlyMap<string, VmIdentity>,
): { readonly guid: string; readonly evidence: string } | null {
  const account = accountGuid(row);
  if (account !== null)
    return vms.has(account) ? { guid: account, evidence: `runs as ${accountOf(account)}` } : null;
  const told = (row.command?.match(GUID) ?? []).map(guidKey).find((guid) => vms.has(guid));
  return told === undefined ? null : { guid: told, evidence: `has VM ${told} on its command line` };
}

/** VM and process that have nobody else near their start. */
function byStart(
  vms: readonly (readonly [string, VmIdentity])[],
  rows: readonly HostProcess[],
): readonly (readonly [string, HostProcess])[] {
  return vms.flatMap(([guid, vm]) => {
    const [row, ...moreRows] = rows.filter((one) => near(one, vm));
    if (!row || moreRows.length > 0) return [];
    return vms.filter(([, other]) => near(row, other)).length === 1 ? [[guid, row] as const] : [];
  });
}

function near(row: HostProcess, vm: VmIdentity): boolean {
  if (row.startedAt === null || vm.startedAt === null) return false;
  return Math.abs(row.startedAt - vm.startedAt) <= SAME_START_MS;
}

function whyNone(guid: string, workers: readonly HostProcess[]): string {
  const count = workers.length;
  if (count === 0) return "The host shows no vmwp process.";
  const all = `${count} vmwp ${count === 1 ? "process" : "processes"}`;
  const unreadable = workers.filter((row) => row.user === null).length;
  if (unreadable === count) return `${all}, none readable: start Isoscope elevated.`;
  const rest = unreadable === 0 ? "" : `, ${unreadable} not readable: start Isoscope elevated`;
  return `${all}, none known to run as ${accountOf(guid)}${rest}.`;
}

const accountOf = (guid: string) => `NT VIRTUAL MACHINE\\${guid}`;
const bare = (name: string) => name.replace(/\.exe$/i, "");
const identityOf = ({ pid, start, name }: HostProcess) => ({ pid, start, name: bare(name) });

function accountGuid(row: HostProcess): string | null {
  const guid = ACCOUNT.exec(row.user ?? "")?.[1];
  return guid === undefined ? null : guidKey(guid);
}

/** Of two with one account the younger is the living one, so it comes last. */
function byAge(a: HostProcess, b: HostProcess): number {
  return (a.startedAt ?? 0) - (b.startedAt ?? 0) || a.pid - b.pid;
}
