import type { NativeSystem } from "../../../native/hcs.ts";
import type { Clock } from "../engine.ts";
import type { OwnEntry } from "./own-containers.ts";
import { rawProperties } from "./service.ts";

const MASK = "••••";

/** What the service tells of a system, as it tells it. What cannot be read of it is null; counters too wide for a number are text. */
export async function inspectSystem(system: NativeSystem, clock: Clock): Promise<Record<string, unknown>> {
  const [basic, statistics, memory] = [
    await rawProperties(system, [], clock),
    await rawProperties(system, ["Statistics"], clock).catch(() => null),
    await rawProperties(system, ["Memory"], clock).catch(() => null),
  ];
  return {
    properties: portable(basic),
    statistics: portable(field(statistics, "Statistics")),
    memory: portable(field(memory, "Memory")),
  };
}

/** What this app knows of a container it launched. Values of environment variables are in it only when revealed. */
export function launchedAs({ container, spec, image }: OwnEntry, reveal: boolean): Record<string, unknown> {
  const shown = (env: Environment) => (reveal ? env : masked(env));
  return {
    ...container.facts,
    spec: { ...spec, env: shown(spec.env) },
    image: { ...image, env: shown(image.env) },
  };
}

type Environment = Readonly<Record<string, string>>;

const masked = (env: Environment): Environment =>
  Object.fromEntries(Object.keys(env).map((name) => [name, MASK]));

function field(document: unknown, name: string): unknown {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return null;
  return Object.entries(document).find(([key]) => key === name)?.[1] ?? null;
}

/** JSON has no wide integers. */
function portable(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(portable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, portable(inner)]));
}
