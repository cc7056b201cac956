import type { DockerEngine } from "../engine/docker/engine.ts";
import type { Engine } from "../engine/engine.ts";
import { openDocker } from "./open-docker.ts";
import { openHcs } from "./open-hcs.ts";
import { openMicroVm } from "./open-microvm.ts";
import type { Paths } from "./paths.ts";

export interface OpenEngines {
  readonly docker: DockerEngine;
  /** In the order in which they are asked to launch, and the reverse of that in which they are closed. */
  readonly all: readonly Engine[];
}

/** The engines of this platform. Each connects by itself; how it fares is told by its status. */
export function openEngines(paths: Paths): OpenEngines {
  const docker = openDocker(paths);
  const beside = engineBeside(paths, docker);
  return { docker, all: beside ? [docker, beside] : [docker] };
}

function engineBeside(paths: Paths, docker: DockerEngine): Engine | null {
  if (process.platform === "linux") return openMicroVm(paths, docker.imageSource);
  return process.platform === "win32" ? openHcs(paths, docker) : null;
}
