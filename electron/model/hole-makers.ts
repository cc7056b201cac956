import type { LaunchHole } from "../contract/hole.ts";
import type { Hole } from "./holes.ts";

/** Sockets and pipes by which an engine is commanded. */
const ENGINE_PIPE = /[\\/](docker|podman|containerd)\.sock$|[\\/]pipe[\\/](docker_engine|containerd)/i;

/** Whether a path of the host is a named pipe or a socket rather than a folder, as far as its name tells. */
export const isPipePath = (path: string): boolean =>
  /^[\\/]{2}\.[\\/]pipe[\\/]/i.test(path) || /\.sock(et)?$/.test(path);

export const folderHole = (source: string, target: string, readOnly: boolean): Hole => ({
  kind: "folder",
  what: `${source} → ${target}`,
  ...(readOnly
    ? { risk: "low", effect: "reads-host-files" }
    : { risk: "medium", effect: "changes-host-files" }),
});

/** High for the pipes and sockets of engines: who commands the engine commands the host. */
export const pipeHole = (source: string, target: string): Hole => ({
  kind: "pipe",
  what: source === target ? source : `${source} → ${target}`,
  ...(ENGINE_PIPE.test(source)
    ? { risk: "high", effect: "controls-engine" }
    : { risk: "medium", effect: "talks-to-host-process" }),
});

export const isEnginePipe = (source: string): boolean => ENGINE_PIPE.test(source);

const LOOPBACK = /^(127\.|::1$)/;

/** Ports as text: what is typed may not be a number yet, and an engine may choose the host's. */
interface PortWords {
  readonly hostIp: string | null;
  readonly hostPort: string;
  readonly containerPort: string;
  readonly protocol: string;
}

export function portHole({ hostIp, hostPort, containerPort, protocol }: PortWords): Hole {
  const local = LOOPBACK.test(hostIp ?? "");
  const suffix = protocol === "tcp" ? "" : `/${protocol}`;
  const address = hostIp?.includes(":") ? `[${hostIp}]` : hostIp;
  return {
    kind: "port",
    what: `${local ? `${address}:` : ""}${hostPort} → ${containerPort}${suffix}`,
    risk: local ? "low" : "medium",
    effect: local ? "reachable-from-host" : "reachable-from-lan",
  };
}

/** A network with a name; `host` and `none` are Docker's words for the host's own and for none at all. */
export function networkHole(of: "network" | "container", name: string): Hole {
  if (of === "container") {
    return { kind: "network", what: name, risk: "medium", effect: "shares-container-network" };
  }
  if (name === "host") return { kind: "network", what: name, risk: "medium", effect: "shares-host-network" };
  return {
    kind: "network",
    what: name,
    risk: "low",
    effect: name === "none" ? "no-network" : "joins-network",
  };
}

export const deviceHole = (device: string): Hole => ({
  kind: "device",
  what: device,
  risk: "high",
  effect: "host-hardware",
});

/** What a hole asked for at a launch will be, in the words of the holes a container has. */
export function launchHole(hole: LaunchHole): Hole {
  switch (hole.kind) {
    case "folder":
      return folderHole(hole.source, hole.target, hole.readOnly);
    case "pipe":
      return pipeHole(hole.source, hole.target);
    case "port":
      return portHole({
        ...hole,
        hostIp: hole.hostIp ?? null,
        hostPort: String(hole.hostPort ?? "*"),
        containerPort: String(hole.containerPort),
      });
    case "network":
      return networkHole(hole.of, hole.name);
    case "device":
      return deviceHole(hole.device);
  }
}
