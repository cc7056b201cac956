import type { LaunchHole } from "../../../contract/hole.ts";
import type { EngineLaunch } from "../../engine.ts";
import type { DaemonFacts } from "../facts.ts";
import { PORT_NETWORK } from "./port-network.ts";

type Of<K extends LaunchHole["kind"]> = Extract<LaunchHole, { kind: K }>;

/** What the body of a create says of ports beside its HostConfig: without it a daemon publishes none. */
export function exposedPorts({ holes }: Pick<EngineLaunch, "holes">): Readonly<Record<string, unknown>> {
  const ports = ofKind(holes, "port");
  if (ports.length === 0) return {};
  return { ExposedPorts: Object.fromEntries(ports.map((port) => [portKey(port), {}])) };
}

/** The holes of a launch as a HostConfig says them. */
export function holeConfig(
  { holes }: Pick<EngineLaunch, "holes">,
  facts: DaemonFacts,
): Readonly<Record<string, unknown>> {
  const mounts = holes.flatMap((hole) => mountOf(hole, facts));
  const devices = ofKind(holes, "device").map((hole) => deviceOf(hole, facts));
  const ports = ofKind(holes, "port");
  const network = networkMode(holes, facts);
  return {
    ...(network === null ? {} : { NetworkMode: network }),
    ...(mounts.length === 0 ? {} : { Mounts: mounts }),
    ...(devices.length === 0 ? {} : { Devices: devices }),
    ...(ports.length === 0 ? {} : { PortBindings: bindings(ports) }),
  };
}

function ofKind<K extends LaunchHole["kind"]>(holes: readonly LaunchHole[], kind: K): readonly Of<K>[] {
  const isKind = (hole: LaunchHole): hole is Of<K> => hole.kind === kind;
  return holes.filter(isKind);
}

const portKey = ({ containerPort, protocol }: Of<"port">): string => `${containerPort}/${protocol}`;

const binding = ({ hostIp, hostPort }: Of<"port">) => ({
  HostIp: hostIp ?? "",
  HostPort: String(hostPort ?? ""),
});

/** One container port may be published more than once. */
function bindings(ports: readonly Of<"port">[]): Readonly<Record<string, readonly object[]>> {
  const keys = new Set(ports.map(portKey));
  const of = (key: string) => ports.filter((port) => portKey(port) === key).map(binding);
  return Object.fromEntries([...keys].map((key) => [key, of(key)]));
}

/** Null leaves the choice to the daemon. */
function networkMode(holes: readonly LaunchHole[], facts: DaemonFacts): string | null {
  const [network] = ofKind(holes, "network");
  if (network) return network.of === "container" ? `container:${network.name}` : network.name;
  if (facts.hasDefaultNetwork) return null;
  return ofKind(holes, "port").length > 0 && facts.portBridge !== null ? PORT_NETWORK : "none";
}

/** On Linux a socket is a file like others; Windows has a mount type of its own for pipes, which knows no read-only. */
function mountOf(hole: LaunchHole, { os }: DaemonFacts): readonly object[] {
  if (hole.kind === "folder") {
    return [{ Type: "bind", Source: hole.source, Target: hole.target, ReadOnly: hole.readOnly }];
  }
  if (hole.kind !== "pipe") return [];
  const Type = os === "windows" ? "npipe" : "bind";
  return [{ Type, Source: hole.source, Target: hole.target }];
}

/** Windows takes an interface class without braces, and no path in the container. */
function deviceOf({ device }: Of<"device">, { os }: DaemonFacts): object {
  return os === "windows"
    ? { PathOnHost: device.replace(/[{}]/g, "") }
    : { PathOnHost: device, PathInContainer: device, CgroupPermissions: "rwm" };
}
