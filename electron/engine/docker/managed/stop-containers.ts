import { z } from "zod";
import type { Clock } from "../../engine.ts";
import type { DockerEndpoint } from "../endpoint.ts";
import { containerPath } from "../ids.ts";
import { Wire } from "../wire.ts";

const Running = z.array(z.looseObject({ Id: z.string() }));

const GRACE_SECONDS = 3;

/**
 * Stops every running container, all at once. A daemon asked to end would give each its own grace, 10 s for most, and
 * keep the app waiting. Never rejects: what does not stop here is stopped with the daemon.
 */
export async function stopContainers(endpoint: DockerEndpoint, clock: Clock): Promise<void> {
  const wire = new Wire({ title: "Docker", endpoint }, null, clock);
  try {
    const running = await wire.json({ op: "list containers", path: "/containers/json" }, Running);
    await Promise.allSettled(running.map(({ Id }) => stop(wire, Id)));
  } catch {
    // The daemon does not answer; it is ended by signal next.
  } finally {
    wire.close();
  }
}

const stop = (wire: Wire, id: string) =>
  wire.text({ op: "stop", method: "POST", path: containerPath(id, "/stop"), query: { t: GRACE_SECONDS } });
