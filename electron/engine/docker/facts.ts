import type { Isolation } from "../../contract/engine.ts";
import { type DockerEndpoint, isLocal } from "./endpoint.ts";
import { isolationWord } from "./isolation-word.ts";
import type { InfoAnswer, RuntimeEntry } from "./parse.ts";

/** What a daemon told of itself when the connection was made. Holds for that connection only. */
export interface DaemonFacts {
  readonly flavour: "docker" | "podman";
  readonly os: "linux" | "windows";
  readonly version: string;
  readonly apiVersion: string;
  readonly kernelVersion: string;
  readonly operatingSystem: string;
  readonly runtimes: Readonly<Record<string, RuntimeEntry>>;
  readonly defaultRuntime: string;
  /** Windows: its version, `10.0.20348`; "" on Linux. */
  readonly osVersion: string;
  /** Windows: what a container gets that does not ask; null on Linux, or when a Windows daemon does not tell. */
  readonly defaultIsolation: Isolation | null;
  /** How that default is known, in words; null when it is not. */
  readonly defaultIsolationFrom: string | null;
  /** Windows daemons and Linux daemons on this very kernel: the PIDs they name are this host's. */
  readonly sharesHost: boolean;
  /** False when a container must be given the network "none", because there is no bridge. */
  readonly hasDefaultNetwork: boolean;
  /** Name of the bridge over which a daemon of our own, which has no default network, may publish ports; null for others. */
  readonly portBridge: string | null;
}

/** This machine, as far as a daemon's answers are compared with it. */
export interface HostFacts {
  readonly platform: NodeJS.Platform;
  /** `os.release()` */
  readonly kernelRelease: string;
}

/** What first contact has told. */
export interface Told {
  readonly apiVersion: string;
  readonly version: string;
  readonly info: InfoAnswer;
  readonly podman: boolean;
  /** Of the daemon's networks. */
  readonly names: readonly string[];
  readonly host: HostFacts;
  readonly endpoint: DockerEndpoint;
  readonly portBridge: string | null;
}

export function factsFrom(told: Told): DaemonFacts {
  const { apiVersion, version, info, podman, names, portBridge } = told;
  const os = info.OSType === "windows" ? "windows" : "linux";
  return {
    flavour: podman ? "podman" : "docker",
    os,
    version: version || info.ServerVersion,
    apiVersion,
    kernelVersion: info.KernelVersion,
    operatingSystem: info.OperatingSystem,
    osVersion: os === "windows" ? info.OSVersion : "",
    runtimes: info.Runtimes,
    defaultRuntime: info.DefaultRuntime || (os === "windows" ? "" : "runc"),
    ...(os === "windows" ? defaultIsolation(info) : linuxDefault(info)),
    sharesHost: os === "windows" ? isThisWindows(told) : isThisLinux(told),
    hasDefaultNetwork: podman || names.includes(os === "windows" ? "nat" : "bridge"),
    portBridge,
  };
}

type Default = Pick<DaemonFacts, "defaultIsolation" | "defaultIsolationFrom">;

/** `exec-opts` may say otherwise than the edition, so the daemon's own word comes first. */
function defaultIsolation({ Isolation, OperatingSystem }: InfoAnswer): Default {
  const word = isolationWord(Isolation);
  if (word !== null) {
    return {
      defaultIsolation: word,
      defaultIsolationFrom: `The daemon's own answer: Isolation "${Isolation}" (info)`,
    };
  }
  if (OperatingSystem === "") return { defaultIsolation: null, defaultIsolationFrom: null };
  const isServer = /\bServer\b/.test(OperatingSystem);
  return {
    defaultIsolation: isServer ? "process" : "hyperv",
    defaultIsolationFrom: `The edition's rule, since the daemon names none: ${OperatingSystem}`,
  };
}

/** Which isolation a Linux daemon gives is told by its OCI runtime, for each container anew. */
function linuxDefault({ DefaultRuntime }: InfoAnswer): Default {
  const runtime = DefaultRuntime === "" ? "runc" : DefaultRuntime;
  return {
    defaultIsolation: null,
    defaultIsolationFrom: `The daemon's default OCI runtime: ${runtime} (info)`,
  };
}

const isThisLinux = ({ info, host }: Told): boolean =>
  host.platform === "linux" && info.KernelVersion === host.kernelRelease;

/** `os.release()` and the daemon's OSVersion are both `10.0.BUILD`. Over TCP even an equal build is another machine's. */
const isThisWindows = ({ info, host, endpoint }: Told): boolean =>
  host.platform === "win32" &&
  isLocal(endpoint) &&
  (info.OSVersion === "" || info.OSVersion === host.kernelRelease);
