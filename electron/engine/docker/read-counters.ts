import type { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ResourceCounters } from "../../contract/stats.ts";
import type { DockerContext } from "./engine-context.ts";
import { containerPath } from "./ids.ts";
import { orNoContainer } from "./read-container.ts";
import { StatsAnswer } from "./stats-answer.ts";
import { countersFrom } from "./stats-counters.ts";
import { parseAnswer } from "./wire-answer.ts";

/**
 * Asks the daemon what a container has used. One reading, without the second that the daemon would wait for another; daemons
 * before API 1.41 do not know that word and take 2 s. Rejects with `not-found`, and `conflict` when it does not run.
 */
export async function readCounters({ session, clock }: DockerContext, id: string): Promise<ResourceCounters> {
  const { wire, facts } = session;
  const call = {
    op: "stats",
    path: containerPath(id, "/stats"),
    query: { stream: false, "one-shot": true },
  };
  const { text } = await orNoContainer(wire.text(call), id);
  // podman answers 200 with nothing when the container never ran.
  if (text.trim() === "") throw new IsoscopeFailure(notRunning);
  const answer = parseAnswer("stats", text, StatsAnswer);
  if (answer.read.startsWith("0001-")) throw new IsoscopeFailure(notRunning);
  return countersFrom(answer, facts, clock.now());
}

const notRunning: IsoscopeError = { code: "conflict", message: "The container is not running." };
