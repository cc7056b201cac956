import { release } from "node:os";
import { fileURLToPath } from "node:url";
import packageFile from "../../package.json" with { type: "json" };
import { contract } from "../contract/contract.ts";
import { createDispatcher } from "../contract/dispatcher.ts";
import { summarise, toIsoscopeError } from "../contract/failure.ts";
import { systemClock } from "../engine/clock.ts";
import { DEMO_IMAGE, ensureDemoImage } from "../engine/demo-image.ts";
import { discoverDocker } from "../engine/docker/discover.ts";
import { type DockerEngine, openDockerEngine } from "../engine/docker/engine.ts";
import { managedDaemonHere } from "../engine/docker/managed/managed-daemon-here.ts";
import type { Engine } from "../engine/engine.ts";
import { openMicroVmEngine } from "../engine/microvm/engine.ts";
import { Fleet } from "../fleet/fleet.ts";
import { absentProcessTable } from "../processes/absent-process-table.ts";
import { openProcessTable } from "../processes/open-process-table.ts";
import type { ProcessTable } from "../processes/process-table.ts";
import type { ComposedApp } from "./composed-app.ts";
import { createHandlers } from "./handlers.ts";
import { hostInfo } from "./host-info.ts";
import { insideReader } from "./inside-reader.ts";
import { type Paths, systemPaths } from "./paths.ts";

export interface ComposeOptions {
  readonly paths?: Paths;
  readonly log: (line: string) => void;
}

/** What the demo runs: its image's own command. */
const DEMO_COMMAND = ["ping", "127.0.0.1"];

/** From the bundle in `dist/electron`, as from the sources, the built native parts are two folders up. */
const built = (name: string) => fileURLToPath(new URL(`../../native/build/${name}`, import.meta.url));

/**
 * Puts the app together: host process table, engines, fleet, dispatcher. Resolves before any engine is live, so that
 * the window appears at once; how they fare is told by `engines.watch`.
 */
export async function composeApp({ paths = systemPaths(), log }: ComposeOptions): Promise<ComposedApp> {
  const processes = openProcesses();
  for (const note of processes.facts.notes) log(note);
  const engines = openEngines(paths);
  const fleet = new Fleet({
    engines,
    processes,
    inside: insideReader,
    clock: systemClock,
    windows: process.platform === "win32",
    demo: { ref: DEMO_IMAGE, ensure: async (engine, work) => void (await ensureDemoImage(engine, work)) },
  });
  const elevated = process.getuid?.() === 0;
  const demo = { image: DEMO_IMAGE, command: DEMO_COMMAND };
  const info = () => hostInfo(processes, { appVersion: packageFile.version, elevated, demo });
  const dispatcher = createDispatcher(contract, createHandlers({ fleet, processes, info }));
  return {
    dispatcher,
    close: async () => {
      await fleet[Symbol.asyncDispose]();
      // VMs go before the engine their images came from.
      for (const engine of [...engines].reverse()) await engine[Symbol.asyncDispose]();
      await processes[Symbol.asyncDispose]();
    },
  };
}

function openProcesses(): ProcessTable {
  try {
    return openProcessTable({ addonPaths: [built("isoscope.node")] }, { clock: systemClock });
  } catch (thrown) {
    const error = toIsoscopeError(thrown);
    return absentProcessTable(error, summarise(error));
  }
}

function openEngines(paths: Paths): readonly Engine[] {
  const docker = openDocker(paths);
  if (process.platform !== "linux") return [docker];
  const microvm = openMicroVmEngine(
    {
      id: "microvm",
      cacheDir: paths.cache,
      runDir: `${paths.run}/vm`,
      guestAgentPath: built("guest-agent"),
      kvmProbePath: built("kvm-probe.bin"),
      kernelPath: process.env.ISOSCOPE_KERNEL ?? null,
    },
    { imageSource: docker.imageSource, clock: systemClock },
  );
  return [docker, microvm];
}

function openDocker(paths: Paths): DockerEngine {
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
    { clock: systemClock, host, random: Math.random },
  );
}
