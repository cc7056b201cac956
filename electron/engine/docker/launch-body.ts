import type { EngineLaunch } from "../engine.ts";
import type { DaemonFacts } from "./facts.ts";
import { exposedPorts, holeConfig } from "./holes/hole-config.ts";
import { vmRuntime } from "./isolation.ts";
import { LAUNCHED_LABEL } from "./labels.ts";

/** The body of `POST /containers/create` for a launch. */
export function launchBody(spec: EngineLaunch, facts: DaemonFacts): Readonly<Record<string, unknown>> {
  return {
    Image: spec.image,
    ...(spec.command.length > 0 ? { Cmd: spec.command } : {}),
    Env: Object.entries(spec.env).map(([name, value]) => `${name}=${value}`),
    Tty: spec.interactive,
    OpenStdin: spec.interactive,
    Labels: { [LAUNCHED_LABEL]: "1" },
    ...exposedPorts(spec),
    HostConfig: {
      ...isolationChoice(spec, facts),
      ...holeConfig(spec, facts),
      ...(spec.memoryBytes === null ? {} : { Memory: spec.memoryBytes }),
      ...(spec.cpus === null ? {} : { NanoCpus: Math.round(spec.cpus * 1e9) }),
    },
  };
}

/** Linux daemons refuse the field Isolation and podman ignores it: there the runtime is the isolation. */
function isolationChoice(spec: EngineLaunch, facts: DaemonFacts): Readonly<Record<string, string>> {
  if (facts.os === "windows") return { Isolation: spec.isolation };
  const runtime = spec.isolation === "hyperv" ? vmRuntime(facts) : null;
  return runtime === null ? {} : { Runtime: runtime };
}
