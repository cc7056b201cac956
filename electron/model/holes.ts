import type { Port } from "../contract/container.ts";
import { field, isRecord, list, record, text } from "./loose-json.ts";
import { microVmHoles } from "./micro-vm-holes.ts";

export type HoleKind = "folder" | "volume" | "pipe" | "port" | "network" | "device" | "namespace" | "channel";
export type Risk = "low" | "medium" | "high";

/** Something that leads through a container's boundary. */
export interface Hole {
  readonly kind: HoleKind;
  /** What it is, as the engine names it: `/srv/data → /data`, `8080 → 80`. */
  readonly what: string;
  readonly risk: Risk;
  readonly effect: Effect;
}

/** What a hole lets through. The words are the interface's. */
export type Effect =
  | "reads-host-files"
  | "changes-host-files"
  | "keeps-data"
  | "controls-engine"
  | "talks-to-host-process"
  | "reachable-from-lan"
  | "reachable-from-host"
  | "shares-container-network"
  | "shares-host-network"
  | "sees-host-processes"
  | "host-hardware"
  | "nearly-host-root"
  | "agent-channel";

/** Whether it counts as a hole: Isoscope's own line to its agent in a VM is told, but is not one that somebody made. */
export const isCounted = ({ kind }: Hole): boolean => kind !== "channel";

/** Null where the engine's description does not tell: that is unknown, not "none". */
export type Holes = readonly Hole[] | null;

/** What leads through a container's boundary, by its engine's own description and its published ports. */
export function holesOf(document: Readonly<Record<string, unknown>>, ports: readonly Port[]): Holes {
  const { HostConfig, qemu, launched } = document;
  if (isRecord(HostConfig)) {
    return [
      ...privilege(HostConfig),
      ...list(document.Mounts).filter(isRecord).map(mount),
      ...portHoles(ports),
      ...namespaces(HostConfig),
      ...devices(HostConfig),
    ];
  }
  if (Array.isArray(qemu)) return microVmHoles(qemu.filter((word) => typeof word === "string"));
  // Isoscope's own launches pass nothing in.
  return isRecord(launched) ? portHoles(ports) : null;
}

function privilege(config: Readonly<Record<string, unknown>>): Hole[] {
  if (config.Privileged !== true) return [];
  return [{ kind: "device", what: "--privileged", risk: "high", effect: "nearly-host-root" }];
}

/** Sockets and pipes by which an engine is commanded. */
const ENGINE_PIPE = /[\\/](docker|podman|containerd)\.sock$|[\\/]pipe[\\/](docker_engine|containerd)/i;

function mount(one: Readonly<Record<string, unknown>>): Hole {
  const source = text(one.Source) || text(one.Name);
  const what = `${source} → ${text(one.Destination)}`;
  const type = text(one.Type);
  if (ENGINE_PIPE.test(source)) return { kind: "pipe", what, risk: "high", effect: "controls-engine" };
  if (type === "npipe" || source.endsWith(".sock")) {
    return { kind: "pipe", what, risk: "medium", effect: "talks-to-host-process" };
  }
  if (type === "volume" || type === "tmpfs") {
    const name = type === "volume" ? text(one.Name) || source : type;
    return {
      kind: "volume",
      what: `${name} → ${text(one.Destination)}`,
      risk: "low",
      effect: "keeps-data",
    };
  }
  return one.RW === false
    ? { kind: "folder", what, risk: "low", effect: "reads-host-files" }
    : { kind: "folder", what, risk: "medium", effect: "changes-host-files" };
}

const LOOPBACK = /^(127\.|::1$)/;

/** One for each published port; that Docker lists it once for IPv4 and once for IPv6 says nothing more. */
function portHoles(ports: readonly Port[]): Hole[] {
  const published = ports.filter((port) => port.hostPort !== null);
  const holes = published.map((port): Hole => {
    const local = LOOPBACK.test(port.hostIp ?? "");
    const protocol = port.protocol === "tcp" ? "" : `/${port.protocol}`;
    const at = local ? `${port.hostIp}:${port.hostPort}` : String(port.hostPort);
    return {
      kind: "port",
      what: `${at} → ${port.containerPort}${protocol}`,
      risk: local ? "low" : "medium",
      effect: local ? "reachable-from-host" : "reachable-from-lan",
    };
  });
  return [...new Map(holes.map((hole) => [hole.what, hole])).values()];
}

/** The namespaces it does not have of its own. */
function namespaces(config: Readonly<Record<string, unknown>>): Hole[] {
  const network = text(config.NetworkMode);
  const holes: Hole[] = [];
  if (network === "host") {
    holes.push({ kind: "network", what: "host", risk: "medium", effect: "shares-host-network" });
  }
  if (network.startsWith("container:")) {
    const what = network.slice("container:".length);
    holes.push({ kind: "network", what, risk: "medium", effect: "shares-container-network" });
  }
  if (config.PidMode === "host") {
    holes.push({ kind: "namespace", what: "PID", risk: "high", effect: "sees-host-processes" });
  }
  return holes;
}

function devices(config: Readonly<Record<string, unknown>>): Hole[] {
  const named = list(config.Devices).map((device) => text(field(device, "PathOnHost")));
  const requested = list(config.DeviceRequests).map(
    (request) => text(field(request, "Driver")) || JSON.stringify(record(request).Capabilities ?? ""),
  );
  return [...named, ...requested]
    .filter((what) => what !== "")
    .map((what) => ({ kind: "device", what, risk: "high", effect: "host-hardware" }));
}
