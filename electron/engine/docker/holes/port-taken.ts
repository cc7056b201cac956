import type { Port } from "../../../contract/container.ts";
import type { IsoscopeError } from "../../../contract/errors.ts";
import type { LaunchHole } from "../../../contract/hole.ts";
import type { EngineContainer } from "../../engine.ts";

type PortHole = Extract<LaunchHole, { kind: "port" }>;

/** @param by who has it, where that is known. */
export function portTaken(hole: PortHole, by: string | null, detail?: string): IsoscopeError {
  const port = hole.hostPort === undefined ? "A port" : `Port ${hole.hostPort}`;
  const who = by === null ? "in use" : `published by the container ${by}`;
  const free = by === null ? "stop what listens on it" : `stop ${by}`;
  return {
    code: "conflict",
    message: `${port} of the host is ${who} already.`,
    fix: `Choose another port of the host, or ${free}.`,
    ...(detail === undefined ? {} : { detail }),
  };
}

const EVERYWHERE = new Set(["", "0.0.0.0", "::"]);

/** The name of a container that runs and has published this port of the host; null when none has. */
export function publisherOf(hole: PortHole, rows: Iterable<EngineContainer>): string | null {
  const wanted = hole.hostIp ?? "";
  const clashes = ({ hostIp, hostPort, protocol }: Port): boolean =>
    hostPort !== null &&
    hostPort === hole.hostPort &&
    protocol === hole.protocol &&
    (hostIp === wanted || EVERYWHERE.has(hostIp ?? "") || EVERYWHERE.has(wanted));
  for (const row of rows) {
    const holdsPorts = row.state === "running" || row.state === "paused";
    if (holdsPorts && row.ports.some(clashes)) return row.name;
  }
  return null;
}
