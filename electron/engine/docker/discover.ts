import type { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure, toIsoscopeError } from "../../contract/failure.ts";
import type { Clock } from "../engine.ts";
import { candidates, type Surroundings } from "./candidates.ts";
import { type DockerEndpoint, showEndpoint } from "./endpoint.ts";
import type { DockerLocator, Located } from "./locator.ts";
import type { ManagedDaemon } from "./managed/managed-daemon.ts";
import { ping } from "./negotiate.ts";

type Managed = Pick<ManagedDaemon, "ensure" | "pid" | "portBridge">;

export interface DiscoverOptions extends Surroundings {
  readonly clock: Clock;
  /** The daemon to run when none answers; null where that is not possible. The locator disposes it. */
  readonly managed: (Managed & Pick<ManagedDaemon, "explain" | typeof Symbol.asyncDispose>) | null;
  /** `found` takes what answers and manages as a last resort; `managed` looks for nothing else. */
  readonly prefer?: "found" | "managed";
}

/** The first daemon that answers at the usual places; when none does, one of our own, where that is possible. */
export function discoverDocker(options: DiscoverOptions): DockerLocator {
  const { managed, prefer = "found" } = options;
  return {
    async locate(signal): Promise<Located> {
      // One that we have started stays the one, also when another has appeared since.
      if (managed && (prefer === "managed" || managed.pid !== null)) return own(managed);
      const { found, refusals } = await firstAnswer(options, signal);
      if (found) return { endpoint: found, managed: false };
      if (managed && !options.env.DOCKER_HOST) return own(managed);
      throw new IsoscopeFailure(noDaemon(options.platform, refusals));
    },
    explain: async (lost) => (managed ? managed.explain(lost) : lost),
    [Symbol.asyncDispose]: async () => managed?.[Symbol.asyncDispose](),
  };
}

/** One that was adopted is another Isoscope's to stop. */
async function own(managed: Managed): Promise<Located> {
  const endpoint = await managed.ensure();
  return { endpoint, managed: managed.pid !== null, portBridge: managed.portBridge };
}

interface Refusal {
  readonly endpoint: DockerEndpoint;
  readonly error: IsoscopeError;
}

interface Answer {
  readonly endpoint: DockerEndpoint;
  readonly os: "linux" | "windows";
}

async function firstAnswer(options: DiscoverOptions, signal: AbortSignal) {
  const refusals: Refusal[] = [];
  const answers: Answer[] = [];
  for (const endpoint of candidates(options)) {
    try {
      const greeting = await ping({ title: "Docker", endpoint }, options.clock, signal);
      answers.push({ endpoint, os: greeting.ostype === "windows" ? "windows" : "linux" });
      if (firstIsBest(options.platform, answers)) break;
    } catch (thrown) {
      refusals.push({ endpoint, error: toIsoscopeError(thrown) });
    }
  }
  return { found: firstFitting(options.platform, answers)?.endpoint ?? null, refusals };
}

const firstIsBest = (platform: NodeJS.Platform, answers: readonly Answer[]): boolean =>
  platform !== "win32" || answers.some(({ os }) => os === "windows");

/** Docker Desktop takes the usual pipe for its Linux engine, too, while a Windows daemon may listen beside it. */
export function firstFitting<T extends Answer>(platform: NodeJS.Platform, answers: readonly T[]): T | null {
  const windows = platform === "win32" ? answers.find(({ os }) => os === "windows") : undefined;
  return windows ?? answers[0] ?? null;
}

/** A daemon that is there and refuses us is the better news: rights can be given. */
export function noDaemon(platform: NodeJS.Platform, refusals: readonly Refusal[]): IsoscopeError {
  const denied = refusals.find(({ error }) => error.code === "denied");
  if (denied) return denied.error;
  return {
    code: "unavailable",
    engine: "Docker",
    reason: `No daemon answers at ${refusals.map(({ endpoint }) => showEndpoint(endpoint)).join(", ")}.`,
    fix:
      platform === "win32"
        ? "Start the service docker (Start-Service docker), or Docker Desktop switched to Windows containers."
        : "Install and start Docker (on Debian: apt-get install docker.io), or start Isoscope as root once it is installed: then it runs a daemon of its own.",
    detail: refusals.map(({ endpoint, error }) => `${showEndpoint(endpoint)}: ${error.code}`).join("\n"),
  };
}
