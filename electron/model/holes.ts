import type { Port } from "../contract/container.ts";
import { deviceHole, folderHole, isEnginePipe, networkHole, pipeHole, portHole } from "./hole-makers.ts";
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
  | "joins-network"
  | "no-network"
  | "shares-host-network"
  | "reaches-host-network"
  | "sees-host-processes"
  | "host-hardware"
  | "nearly-host-root"
  | "agent-channel";

/**
 * Whether it counts as a hole: Isoscope's own line to its agent in a VM is told, but is not one that somebody made, and
 * a container without any network is told to have one way less.
 */
export const isCounted = ({ kind, effect }: Hole): boolean => kind !== "channel" && effect !== "no-network";

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
  if (Array.isArray(qemu)) {
    const words = qemu.filter((word) => typeof word === "string");
    return [...microVmHoles(words, document.machine), ...portHoles(ports)];
  }
  return isRecord(launched) ? [...launchedHoles(launched.spec), ...portHoles(ports)] : null;
}

/** What Isoscope's own launch through HCS has passed in: it keeps what was asked for, and opens folders and pipes only. */
function launchedHoles(spec: unknown): Hole[] {
  return list(field(spec, "holes")).flatMap((hole) => {
    const [source, target] = [text(field(hole, "source")), text(field(hole, "target"))];
    const kind = field(hole, "kind");
    if (kind === "folder") return [folderHole(source, target, field(hole, "readOnly") === true)];
    return kind === "pipe" ? [pipeHole(source, target)] : [];
  });
}

function privilege(config: Readonly<Record<string, unknown>>): Hole[] {
  if (config.Privileged !== true) return [];
  return [{ kind: "device", what: "--privileged", risk: "high", effect: "nearly-host-root" }];
}

function mount(one: Readonly<Record<string, unknown>>): Hole {
  const source = text(one.Source) || text(one.Name);
  const target = text(one.Destination);
  const type = text(one.Type);
  if (isEnginePipe(source) || type === "npipe" || source.endsWith(".sock")) return pipeHole(source, target);
  if (type === "volume" || type === "tmpfs") {
    const name = type === "volume" ? text(one.Name) || source : type;
    return { kind: "volume", what: `${name} → ${target}`, risk: "low", effect: "keeps-data" };
  }
  return folderHole(source, target, one.RW === false);
}

/** One for each published port; that Docker lists it once for IPv4 and once for IPv6 says nothing more. */
function portHoles(ports: readonly Port[]): Hole[] {
  const published = ports.filter((port) => port.hostPort !== null);
  const holes = published.map((port) =>
    portHole({ ...port, hostPort: String(port.hostPort), containerPort: String(port.containerPort) }),
  );
  return [...new Map(holes.map((hole) => [hole.what, hole])).values()];
}

/** What an engine calls the network that it gives to every container. */
const USUAL_NETWORKS = new Set(["", "default", "bridge", "nat", "none"]);

/** The namespaces it does not have of its own. */
function namespaces(config: Readonly<Record<string, unknown>>): Hole[] {
  const network = text(config.NetworkMode);
  const holes: Hole[] = [];
  if (network.startsWith("container:")) {
    holes.push(networkHole("container", network.slice("container:".length)));
  } else if (!USUAL_NETWORKS.has(network)) {
    holes.push(networkHole("network", network));
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
  return [...named, ...requested].filter((what) => what !== "").map(deviceHole);
}
