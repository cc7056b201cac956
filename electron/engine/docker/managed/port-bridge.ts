import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { z } from "zod";
import type { Clock } from "../../engine.ts";
import type { DockerEndpoint } from "../endpoint.ts";
import { PORT_NETWORK } from "../holes/port-network.ts";
import { Wire } from "../wire.ts";

const Listed = z.array(z.unknown());

/**
 * Forgets the network for published ports when no container, running or not, is in it; else a daemon would make its bridge
 * again at each start. Never rejects: what stays does no harm.
 */
export async function releasePortNetwork(endpoint: DockerEndpoint, clock: Clock): Promise<void> {
  const wire = new Wire({ title: "Docker", endpoint }, null, clock);
  try {
    const query = { all: true, filters: JSON.stringify({ network: [PORT_NETWORK] }) };
    const users = await wire.json({ op: "list containers", path: "/containers/json", query }, Listed);
    if (users.length > 0) return;
    await wire.text({ op: "remove a network", method: "DELETE", path: `/networks/${PORT_NETWORK}` });
  } catch {
    // There is none, or the daemon does not answer.
  } finally {
    wire.close();
  }
}

/** Takes the bridge from the host that a daemon leaves when it ends; it makes it again when it starts and needs it. */
export async function removeBridge(bridge: string): Promise<void> {
  if (!existsSync(`/sys/class/net/${bridge}`)) return;
  await promisify(execFile)("ip", ["link", "delete", bridge]).catch(() => {});
}
