import type { ContainerDocument } from "../documents/container-document.ts";
import type { HyperVDocument } from "../documents/hyperv-document.ts";
import { OWNER } from "../documents/layer.ts";
import type { MappedHoles } from "./mapped-holes.ts";

/** What a container is made of, whatever its isolation. */
export interface SystemPlan {
  readonly id: string;
  /** Read-only layers, nearest first: the GUID that HCS knows each by, and its folder. */
  readonly layers: readonly { readonly id: string; readonly path: string }[];
  readonly memoryBytes: number | null;
  /** May be a fraction. */
  readonly cpus: number | null;
  /** Logical CPUs of the host. */
  readonly hostCpus: number;
  readonly holes: MappedHoles;
}

const MIB = 1024 * 1024;
/** What hcsshim gives a utility VM; it is overcommitted, so that unused memory costs nothing. */
const VM_MIB = 1024;
const VM_CPUS = 2;

const mib = (bytes: number): number => Math.max(1, Math.ceil(bytes / MIB));

/** Windows cuts longer host names short. */
const hostName = (id: string): string => id.slice(0, 12);

/** @param volume the mounted scratch layer, `\\?\Volume{…}\`. */
export function containerDocument(plan: SystemPlan, volume: string): ContainerDocument {
  const { id, layers, memoryBytes, cpus, hostCpus, holes } = plan;
  return {
    Owner: OWNER,
    SchemaVersion: { Major: 2, Minor: 1 },
    ShouldTerminateOnLastHandleClosed: true,
    Container: {
      GuestOs: { HostName: hostName(id) },
      Storage: { Layers: layers.map((layer) => ({ Id: layer.id, Path: layer.path })), Path: volume },
      ...mapped(holes),
      ...(memoryBytes === null ? {} : { Memory: { SizeInMB: mib(memoryBytes) } }),
      ...(cpus === null ? {} : { Processor: { Maximum: share(cpus, hostCpus) } }),
    },
  };
}

/** Windows says nothing of what there is none of. */
const mapped = ({ directories, pipes }: MappedHoles) => ({
  ...(directories.length === 0 ? {} : { MappedDirectories: directories }),
  ...(pipes.length === 0 ? {} : { MappedPipes: pipes }),
});

/** CPUs as 0.01 % of all there are. */
const share = (cpus: number, hostCpus: number): number =>
  Math.min(10_000, Math.max(1, Math.round((cpus / hostCpus) * 10_000)));

/** @param utilityVm the image's `UtilityVM` folder. @param scratch the folder of the writable layer. */
export function hyperVDocument(plan: SystemPlan, utilityVm: string, scratch: string): HyperVDocument {
  const { id, layers, memoryBytes, cpus, hostCpus, holes } = plan;
  return {
    SystemType: "Container",
    Name: id,
    Owner: OWNER,
    HvPartition: true,
    HvRuntime: { ImagePath: utilityVm },
    LayerFolderPath: scratch,
    Layers: layers.map((layer) => ({ ID: layer.id, Path: layer.path })),
    IgnoreFlushesDuringBoot: true,
    HostName: hostName(id),
    MemoryMaximumInMB: memoryBytes === null ? VM_MIB : mib(memoryBytes),
    ProcessorCount: Math.min(hostCpus, cpus === null ? VM_CPUS : Math.max(1, Math.ceil(cpus))),
    ...mapped(holes),
    TerminateOnLastHandleClosed: true,
  };
}
