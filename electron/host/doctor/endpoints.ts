import { toIsoscopeError } from "../../contract/errors.ts";
import { candidates } from "../../engine/docker/candidates.ts";
import { type DockerEndpoint, showEndpoint } from "../../engine/docker/endpoint.ts";
import { ping } from "../../engine/docker/negotiate.ts";
import type { Clock } from "../../engine/engine.ts";
import type { EndpointFact } from "../../model/doctor/facts.ts";

export interface EndpointSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/** Asks every address at which a daemon may listen for a sign of life. Rejects when DOCKER_HOST is none. */
export async function readEndpoints(
  { platform, env, clock }: EndpointSurroundings,
  signal: AbortSignal,
): Promise<readonly EndpointFact[]> {
  return Promise.all(candidates({ platform, env }).map((endpoint) => ask(endpoint, clock, signal)));
}

async function ask(endpoint: DockerEndpoint, clock: Clock, signal: AbortSignal): Promise<EndpointFact> {
  const address = showEndpoint(endpoint);
  try {
    const { ostype } = await ping({ title: "Docker", endpoint }, clock, signal);
    return { address, state: "answers", os: ostype === "windows" ? "windows" : "linux", detail: "" };
  } catch (thrown) {
    const error = toIsoscopeError(thrown);
    const detail = "detail" in error ? (error.detail ?? "") : "";
    return { address, state: stateOf(error.code, detail), os: null, detail };
  }
}

function stateOf(code: string, detail: string): EndpointFact["state"] {
  if (code === "denied") return "denied";
  return detail.includes("ENOENT") ? "absent" : "silent";
}
