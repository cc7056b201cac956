import type { IncomingHttpHeaders } from "node:http";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Clock } from "../engine.ts";
import { type DaemonFacts, factsFrom, type HostFacts } from "./facts.ts";
import { InfoAnswer, NetworkList, VersionAnswer } from "./parse.ts";
import { Wire } from "./wire.ts";
import type { WireOrigin } from "./wire-errors.ts";

/** The newest API version this driver was written for, and the oldest it understands (Docker 19.03). */
const NEWEST = "1.47";
const OLDEST = "1.40";

const PING_TIMEOUT = 5_000;

/** A connection whose API version both sides speak, and what the daemon says of itself. */
export interface Session {
  readonly wire: Wire;
  readonly facts: DaemonFacts;
}

/**
 * First contact: `_ping`, then the version both sides speak, then `/version`, `/info` and the networks.
 * @param portBridge as a located daemon has it.
 */
export async function negotiate(
  origin: WireOrigin,
  host: HostFacts,
  clock: Clock,
  portBridge: string | null = null,
): Promise<Session> {
  const greeting = await ping(origin, clock);
  const apiVersion = commonVersion(headerText(greeting["api-version"]), origin.title);
  const wire = new Wire(origin, apiVersion, clock);
  try {
    const [version, info, networks] = await Promise.all([
      wire.json({ op: "read version", path: "/version" }, VersionAnswer),
      wire.json({ op: "read info", path: "/info" }, InfoAnswer),
      wire.json({ op: "list networks", path: "/networks" }, NetworkList),
    ]);
    const podman = isPodman(greeting, version.Components);
    const { endpoint } = origin;
    const names = networks.map((network) => network.Name);
    const told = { apiVersion, version: version.Version, info, podman, names, host, endpoint, portBridge };
    return { wire, facts: factsFrom(told) };
  } catch (thrown) {
    wire.close();
    throw thrown;
  }
}

/** Asks for a sign of life and returns the headers that say who answers. */
export async function ping(
  origin: WireOrigin,
  clock: Clock,
  signal?: AbortSignal,
): Promise<IncomingHttpHeaders> {
  const wire = new Wire(origin, null, clock);
  const call = { op: "ping", path: "/_ping", timeoutMs: PING_TIMEOUT, ...(signal ? { signal } : {}) };
  try {
    return (await wire.text(call)).headers;
  } finally {
    wire.close();
  }
}

const headerText = (header: string | string[] | undefined): string =>
  Array.isArray(header) ? header.join() : (header ?? "");

/** Negative when `a` is the older of two API versions like "1.41". */
function compareVersions(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split(".").map(Number);
  const [bMajor = 0, bMinor = 0] = b.split(".").map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}

/** The lower of what both sides speak at most. Throws `unavailable` when the daemon is too old. */
export function commonVersion(offered: string, title: string): string {
  if (!/^\d+\.\d+$/.test(offered)) {
    const reason = "What answers there is not a Docker daemon: it names no API version.";
    throw new IsoscopeFailure({ code: "unavailable", engine: title, reason });
  }
  if (compareVersions(offered, OLDEST) < 0) {
    const reason = `It speaks API ${offered}, and Isoscope needs ${OLDEST} or later.`;
    throw new IsoscopeFailure({ code: "unavailable", engine: title, reason, fix: "Update the daemon." });
  }
  return compareVersions(offered, NEWEST) < 0 ? offered : NEWEST;
}

/** podman answers the same API; it names itself in two places, of which proxies may strip the first. */
export function isPodman(
  headers: IncomingHttpHeaders,
  components: readonly { readonly Name: string }[],
): boolean {
  const server = headerText(headers.server);
  return server.startsWith("Libpod/") || components.some((part) => part.Name === "Podman Engine");
}
