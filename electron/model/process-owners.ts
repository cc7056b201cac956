import type { OwnerRole, ProcessOwner } from "../contract/owner.ts";
import type { HostProcess, ProcessIdentity } from "../contract/process.ts";
import { type NamedProcesses, provenRows, siloOf } from "./silo-members.ts";
import { compareStarts } from "./start-order.ts";
import type { VmProcess } from "./vm-processes.ts";

/** All that is known of one living container and its host rows. */
export interface OwningContainer {
  readonly key: string;
  /** The engine's full id. */
  readonly id: string;
  /** Its engine, as sentences name it. */
  readonly engine: string;
  readonly named: NamedProcesses;
  /** Who names the host processes, in short; null for the engine itself. */
  readonly namedBy: string | null;
  /** The worker process that the engine started itself. */
  readonly started: ProcessIdentity | null;
  /** What the engine started to hand folders of the host to its VM. */
  readonly fileServers: readonly (ProcessIdentity & { readonly source: string })[];
  /** The processes of its utility VM that the host shows. */
  readonly vm: { readonly worker: VmProcess | null; readonly memory: VmProcess | null } | null;
  /** Host rows under process isolation, however they are known. */
  readonly rows: readonly HostProcess[];
  readonly hostByPid: (pid: number) => HostProcess | undefined;
}

/** The host processes that are shown to be this container's, each with what shows it. A mere number shows nothing. */
export function processOwners(of: OwningContainer): readonly ProcessOwner[] {
  return [...ofVm(of), ...ofMembers(of)];
}

const owner = (
  { key }: OwningContainer,
  { pid, start }: ProcessIdentity,
  role: OwnerRole,
  evidence: string,
): ProcessOwner => ({ pid, start, container: key, role, evidence });

function ofVm(of: OwningContainer): readonly ProcessOwner[] {
  const { started, fileServers, vm, engine, hostByPid } = of;
  const isThere = (process: ProcessIdentity) => hostByPid(process.pid)?.start === process.start;
  const found = [
    started && owner(of, started, "worker", `${engine} started it for this VM`),
    vm?.worker && owner(of, vm.worker, "worker", `${vm.worker.name} ${vm.worker.evidence}`),
    vm?.memory && owner(of, vm.memory, "vm-memory", `${vm.memory.name} ${vm.memory.evidence}`),
    ...fileServers.map((server) =>
      owner(of, server, "file-server", `${engine} started it to hand ${server.source} to this VM`),
    ),
  ];
  return found.filter((one) => one !== null && one !== undefined).filter(isThere);
}

function ofMembers(of: OwningContainer): readonly ProcessOwner[] {
  const proven = provenRows(of.named, of.hostByPid);
  const told = of.named.mainPid === null ? undefined : of.hostByPid(of.named.mainPid);
  const main = told && (inCgroup(of, told) || proven.includes(told)) ? told : undefined;
  const owners = of.rows.flatMap((row) => {
    const known = memberEvidence(of, row, proven);
    if (row === main) return [owner(of, row, "main", mainEvidence(of, row))];
    return known === null ? [] : [owner(of, row, "member", known)];
  });
  if (main && !of.rows.includes(main)) owners.unshift(owner(of, main, "main", mainEvidence(of, main)));
  return main ? [...owners, ...shimOf(of, main)] : owners;
}

const inCgroup = ({ id }: OwningContainer, row: HostProcess) => row.containerId === id;
const short = (id: string) => (/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : id);

function mainEvidence(of: OwningContainer, row: HostProcess): string {
  const names = `${of.engine} names ${row.pid} as its main process`;
  return inCgroup(of, row)
    ? `${names}, and its cgroup names container ${short(of.id)}`
    : `${names}, and it began when the container did`;
}

function memberEvidence(
  of: OwningContainer,
  row: HostProcess,
  proven: readonly HostProcess[],
): string | null {
  if (inCgroup(of, row)) return `Its cgroup names container ${short(of.id)}`;
  if (proven.includes(row)) return `${of.namedBy ?? of.engine} lists it with the same start time`;
  const silo = siloOf(row);
  const holds = silo === null ? undefined : proven.find((other) => siloOf(other) === silo);
  return holds ? `It is in server silo ${silo}, which holds ${holds.name} ${holds.pid} too` : null;
}

/** Runtimes start each container's shim with the container's full id: containerd with `-id`, podman's monitor with `-c`. */
const SHIM = /(?:^|\/)(?:containerd-shim[\w-]*|conmon)(?: .*)? -(?:id|c) ([0-9a-f]{64})(?: |$)/;

/** The parent of the container's main process, where its command line names the container. */
function shimOf(of: OwningContainer, main: HostProcess): readonly ProcessOwner[] {
  const parent = of.hostByPid(main.ppid);
  if (!parent || compareStarts(parent.start, main.start) > 0) return [];
  if (SHIM.exec(parent.command ?? "")?.[1] !== of.id) return [];
  const evidence = `Its command line names container ${short(of.id)}, and it is the parent of ${main.pid}`;
  return [owner(of, parent, "shim", evidence)];
}
