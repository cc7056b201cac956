import type { EngineId } from "../contract/engine.ts";
import type { RequestMeter } from "../contract/request-meter.ts";
import type { DockerEngine } from "../engine/docker/engine.ts";
import type { Engine } from "../engine/engine.ts";
import { openDocker } from "./open-docker.ts";
import { openHcs } from "./open-hcs.ts";
import { openMicroVm } from "./open-microvm.ts";
import type { Paths } from "./paths.ts";

/** The meter that is told of the requests to one engine. */
type MeterOf = (id: EngineId) => RequestMeter;

export interface OpenEngines {
  readonly docker: DockerEngine;
  /** In the order in which they are asked to launch, and the reverse of that in which they are closed. */
  readonly all: readonly Engine[];
}

/** The engines of this platform. Each connects by itself; how it fares is told by its status. */
export function openEngines(paths: Paths, meterOf: MeterOf): OpenEngines {
  const docker = openDocker(paths, meterOf("docker"));
  const beside = engineBeside(paths, docker, meterOf);
  return { docker, all: beside ? [docker, beside] : [docker] };
}

function engineBeside(paths: Paths, docker: DockerEngine, meterOf: MeterOf): Engine | null {
  if (process.platform === "linux") return openMicroVm(paths, docker.imageSource, meterOf("microvm"));
  return process.platform === "win32" ? openHcs(paths, docker, meterOf("hcs")) : null;
}
