import type { HostInfo, Machine } from "../../contract/contract.ts";
import type { EngineStatus } from "../../contract/engine.ts";

/** Programs that are looked for, by the name a check uses. */
export type ProgramName =
  | "dockerd"
  | "qemu"
  | "mkfs.erofs"
  | "mke2fs"
  | "virtiofsd"
  | "ps"
  | "setpriv"
  | "systemctl"
  | "apt-get";

/** What an engine says of itself. */
export type EngineFact = Pick<
  EngineStatus,
  "id" | "title" | "state" | "error" | "endpoint" | "version" | "managed" | "notes"
>;

/** Who runs the app. */
export interface Person {
  readonly name: string;
  /** root, or an administrator with all rights. */
  readonly elevated: boolean;
  /** Groups in force for this process, by name; on Windows also by SID. */
  readonly groups: readonly string[];
  /** Groups the account is listed in, which is in force from the next sign-in on. Equal to `groups` where not told apart. */
  readonly listed: readonly string[];
}

/** One address at which a Docker daemon may listen. */
export interface EndpointFact {
  readonly address: string;
  readonly state: "answers" | "denied" | "absent" | "silent";
  /** What the daemon there runs; null unless it answers. */
  readonly os: "linux" | "windows" | null;
  /** What the system said. */
  readonly detail: string;
}

export interface ProcessorFact {
  /** vmx is Intel's, svm AMD's; null when the processor, or the VM this host is, has neither. */
  readonly virtualisation: "vmx" | "svm" | null;
  /** This host is itself a VM. */
  readonly virtualMachine: boolean;
  readonly kvmModule: "kvm_intel" | "kvm_amd" | null;
  /** Whether the module lets guests have guests: "Y", "1", "N", "0"; null when not told. */
  readonly nested: string | null;
}

export interface KvmDeviceFact {
  readonly present: boolean;
  /** To whom QEMU runs as: this user, or for root somebody without rights. */
  readonly permitted: boolean;
  /** Owner and mode as `ls` prints them; null when absent. */
  readonly listing: string | null;
  /** The group that may use it; null when no group may. */
  readonly group: string | null;
}

export interface SpaceFact {
  /** What lies there: "Images and containers". */
  readonly role: string;
  readonly path: string;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface FolderFact {
  readonly role: string;
  readonly path: string;
  readonly writable: boolean;
  readonly detail: string;
}

/** How Windows keeps a service; `absent` when it knows none of that name. */
export type ServiceState = "running" | "stopped" | "changing" | "absent";
export type ServiceName = "vmcompute" | "hns" | "vmms" | "docker" | "com.docker.service" | "containerd";
export type FeatureState = "enabled" | "disabled" | "absent";

export interface AppFact {
  readonly version: string;
  readonly processReader: HostInfo["processReader"];
  readonly births: HostInfo["births"];
  /** Why not the better ones. */
  readonly notes: readonly string[];
}

/** All that checks decide on, by name. A gatherer reads each; one that cannot says why. */
export interface DoctorFacts {
  readonly person: Person;
  readonly engines: readonly EngineFact[];
  readonly endpoints: readonly EndpointFact[];
  readonly programs: Readonly<Record<ProgramName, string | null>>;
  /** What `qemu-system-x86_64 --version` prints first. */
  readonly qemuVersion: string;
  readonly processor: ProcessorFact;
  readonly kvmDevice: KvmDeviceFact;
  readonly kvmProbe: { readonly usable: boolean; readonly why: string };
  readonly guestKernels: readonly {
    readonly release: string;
    readonly image: string;
    readonly from: string;
  }[];
  readonly guestAgent: { readonly path: string; readonly built: boolean };
  /** Ids of /etc/os-release, own first, and whether systemd runs the services. */
  readonly distribution: { readonly ids: readonly string[]; readonly systemd: boolean };
  readonly kernel: { readonly release: string; readonly architecture: string };
  readonly cgroups: { readonly version: 1 | 2 | null; readonly controllers: readonly string[] };
  readonly namespaces: readonly string[];
  readonly openFiles: { readonly soft: number | null; readonly hard: number | null };
  readonly spaces: readonly SpaceFact[];
  readonly folders: readonly FolderFact[];
  /** `ours` is null where it cannot be told. */
  readonly webPort: { readonly port: number; readonly free: boolean; readonly ours: boolean | null };
  readonly app: AppFact;
  readonly machine: Machine;
  /** `C:` and the like. */
  readonly systemDrive: string;
  readonly services: Readonly<Record<ServiceName, ServiceState>>;
  /** Of Containers, Microsoft-Hyper-V and Microsoft-Hyper-V-Hypervisor, as WMI tells. */
  readonly features: Readonly<Record<string, FeatureState>>;
  readonly computer: {
    readonly hypervisorPresent: boolean | null;
    readonly manufacturer: string;
    readonly model: string;
    /** Virtualisation switched on in the firmware; null when not told, as where a hypervisor already runs. */
    readonly firmwareVirtualisation: boolean | null;
  };
}

export type FactName = keyof DoctorFacts;

/** A fact that was read, or why it was not. */
export type Learnt<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: string };

export type LearntFacts = { readonly [K in FactName]?: Learnt<DoctorFacts[K]> };
