import type { IsoscopeError } from "../../contract/errors.ts";
import type { DockerEndpoint } from "./endpoint.ts";

export interface Located {
  readonly endpoint: DockerEndpoint;
  /** True when Isoscope started the daemon itself and stops it with the app. */
  readonly managed: boolean;
  /** Name of a bridge that may be made to publish ports, for a daemon that Isoscope runs without one. */
  readonly portBridge?: string;
}

/** Finds the daemon to use. Asked again before every attempt, since what there is may have changed. */
export interface DockerLocator extends AsyncDisposable {
  /** May start a daemon. Rejects with `unavailable` or `denied`, with a fix. */
  locate(signal: AbortSignal): Promise<Located>;
  /** Why the connection was lost, if the locator knows better than the connection does. */
  explain(lost: IsoscopeError): Promise<IsoscopeError>;
}

/** A daemon at a known address that somebody else runs. */
export function fixedEndpoint(endpoint: DockerEndpoint): DockerLocator {
  return {
    locate: async () => ({ endpoint, managed: false }),
    explain: async (lost) => lost,
    [Symbol.asyncDispose]: async () => {},
  };
}
