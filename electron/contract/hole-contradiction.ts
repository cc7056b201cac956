import type { LaunchHole } from "./hole.ts";

/** Why two holes, or one with itself, cannot be. */
export interface HoleContradiction {
  /** Of the later hole of the two. */
  readonly index: number;
  /** Of that hole; null when it is the hole as a whole. */
  readonly field: "target" | "hostPort" | null;
  readonly message: string;
}

type Found = Omit<HoleContradiction, "index"> | null;

/** The first contradiction among the holes of one launch, which no engine could make sense of; null when there is none. */
export function holeContradiction(holes: readonly LaunchHole[]): HoleContradiction | null {
  for (const [index, hole] of holes.entries()) {
    const found = contradicts(hole, holes.slice(0, index), holes);
    if (found) return { index, ...found };
  }
  return null;
}

function contradicts(hole: LaunchHole, before: readonly LaunchHole[], all: readonly LaunchHole[]): Found {
  switch (hole.kind) {
    case "folder":
    case "pipe":
      return targetTaken(hole.target, before);
    case "port":
      return portTaken(hole, before) ?? portWithout(all);
    case "network":
      return before.some(({ kind }) => kind === "network")
        ? { field: null, message: "a container is in one network: another is asked for already" }
        : null;
    case "device":
      return null;
  }
}

/** Windows knows no case in paths, and either slash. */
function sameness(path: string): string {
  const plain = path.replace(/(?<=.)[\\/]+$/, "");
  return plain.startsWith("/") ? plain : plain.replaceAll("/", "\\").toLowerCase();
}

const WHOLE_DRIVE = /^(?:\/|[a-z]:)$/;

function targetTaken(target: string, before: readonly LaunchHole[]): Found {
  const wanted = sameness(target);
  if (WHOLE_DRIVE.test(wanted)) {
    return { field: "target", message: `${target} holds the container's own files: name a folder below it` };
  }
  const taken = before.some((hole) => "target" in hole && sameness(hole.target) === wanted);
  return taken ? { field: "target", message: `${target} is another hole's already` } : null;
}

type Port = Extract<LaunchHole, { kind: "port" }>;

const EVERYWHERE = new Set([undefined, "0.0.0.0", "::"]);

function portTaken(port: Port, before: readonly LaunchHole[]): Found {
  const taken = before.some(
    (hole) =>
      hole.kind === "port" &&
      hole.hostPort !== undefined &&
      hole.hostPort === port.hostPort &&
      hole.protocol === port.protocol &&
      (hole.hostIp === port.hostIp || EVERYWHERE.has(hole.hostIp) || EVERYWHERE.has(port.hostIp)),
  );
  return taken
    ? { field: "hostPort", message: `the host's port ${port.hostPort} is another hole's already` }
    : null;
}

/** Networks in which there is nothing to publish. */
function portWithout(all: readonly LaunchHole[]): Found {
  const network = all.find((hole) => hole.kind === "network");
  if (!network) return null;
  const why = {
    container: "the network is another container's: that one publishes ports",
    host: "the network is the host's: every port is there already",
    none: "without a network there is nothing to publish",
  };
  const kind = network.of === "container" ? "container" : network.name;
  return kind === "container" || kind === "host" || kind === "none"
    ? { field: null, message: why[kind] }
    : null;
}
