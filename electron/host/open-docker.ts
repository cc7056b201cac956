import { release } from "node:os";
import type { RequestMeter } from "../contract/request-meter.ts";
import { systemClock } from "../engine/clock.ts";
import { discoverDocker } from "../engine/docker/discover.ts";
import { type DockerEngine, openDockerEngine } from "../engine/docker/engine.ts";
import { managedDaemonHere } from "../engine/docker/managed/managed-daemon-here.ts";
import type { Paths } from "./paths.ts";

export function openDocker(paths: Paths, meter: RequestMeter): DockerEngine {
  const managed = managedDaemonHere({ stateDir: paths.state, runDir: `${paths.run}/docker` }, systemClock);
  const locator = discoverDocker({
    platform: process.platform,
    env: process.env,
    clock: systemClock,
    managed,
    prefer: process.env.ISOSCOPE_DOCKER === "managed" ? "managed" : "found",
  });
  const host = { platform: process.platform, kernelRelease: release() };
  return openDockerEngine(
    { id: "docker", title: "Docker", locator },
    { clock: systemClock, host, random: Math.random, meter },
  );
}
