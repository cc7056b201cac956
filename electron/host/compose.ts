import { join } from "node:path";
import { contract } from "../contract/contract.ts";
import { createDispatcher } from "../contract/dispatcher.ts";
import { summarise, toIsoscopeError } from "../contract/failure.ts";
import { systemClock } from "../engine/clock.ts";
import { DEMO_IMAGE, ensureDemoImage } from "../engine/demo-image.ts";
import { demoFor } from "../engine/docker/demo.ts";
import { Comparisons } from "../fleet/compare/comparisons.ts";
import { Fleet } from "../fleet/fleet.ts";
import type { DemoImage } from "../fleet/launch.ts";
import { absentProcessTable } from "../processes/absent-process-table.ts";
import { openProcessTable } from "../processes/open-process-table.ts";
import type { ProcessTable } from "../processes/process-table.ts";
import { APP_VERSION } from "./app-version.ts";
import type { ComposedApp } from "./composed-app.ts";
import { CostHistory } from "./cost/cost-history.ts";
import { keepCosts } from "./cost/keep-costs.ts";
import { openDaemonSettings } from "./daemon-config/open-daemon-settings.ts";
import { EventLog } from "./diagnostics/event-log.ts";
import { followEvents } from "./diagnostics/follow-events.ts";
import { Meters } from "./diagnostics/meters.ts";
import { openDoctor } from "./doctor/open-doctor.ts";
import { type AppControls, createHandlers } from "./handlers.ts";
import { hostCosts } from "./host-costs.ts";
import { hostInfo, knownPlatform } from "./host-info.ts";
import { insideReader } from "./inside-reader.ts";
import { openMachine } from "./machine/open-machine.ts";
import { addonPaths } from "./native-parts.ts";
import { openEngines } from "./open-engines.ts";
import { type Paths, systemPaths } from "./paths.ts";
import { Settings } from "./settings.ts";
import { firstShow } from "./stage/first-show.ts";
import { openStage } from "./stage/open-stage.ts";
import { USUAL_PORT } from "./web/usual-port.ts";

export interface ComposeOptions {
  readonly paths?: Paths;
  readonly log: (line: string) => void;
  /** Whether a machine without any engine is shown the recording that is shipped with the app: for fronts with screens. */
  readonly firstShow?: boolean;
  /** False for an app that only shows recordings: none of this host's engines is touched. */
  readonly engines?: boolean;
}

const windows = process.platform === "win32";

/**
 * Puts the app together: host process table, engines, fleet, dispatcher. Resolves before any engine is live, so that
 * the window appears at once; how they fare is told by `engines.watch`.
 */
export async function composeApp({
  paths = systemPaths(),
  log,
  firstShow: shows = false,
  engines: wanted = true,
}: ComposeOptions): Promise<ComposedApp> {
  const meters = new Meters(systemClock);
  const settings = new Settings(join(paths.state, "settings.json"));
  const processes = openProcesses(meters);
  processes.readEvery(settings.current.refreshMs);
  for (const note of processes.facts.notes) log(note);
  const { docker, all: engines } = wanted
    ? openEngines(paths, (id) => meters.of("engine", id))
    : { docker: null, all: [] };
  const clock = systemClock;
  const demo: DemoImage = {
    ref: DEMO_IMAGE,
    ensure: async (engine, work) => void (await ensureDemoImage(engine, work)),
  };
  const inside = insideReader(process.platform);
  const fleet = new Fleet({ engines, processes, inside, clock, windows, demo });
  const costs = hostCosts(process.platform, () => clock.now());
  const comparisons = new Comparisons({ engines, demo, clock, processes, costs, fleet });
  const here = { os: windows ? "windows" : "linux", osVersion: processes.kernel.release } as const;
  const machine = openMachine(knownPlatform(process.platform), processes);
  void machine.read();
  const info = () => {
    const { image, command } = docker?.demo ?? demoFor(here);
    return hostInfo(processes, {
      ...{ appVersion: APP_VERSION, machine: machine.current },
      demo: { image, command: [...command] },
    });
  };
  const doctor = openDoctor(
    {
      ...{ paths, clock, info, processes: processes.facts, port: USUAL_PORT },
      machine: () => machine.read(),
      engines: () => engines.map(({ status }) => status),
    },
    fleet.jobs,
  );
  const events = new EventLog(() => systemClock.now());
  const stopEvents = followEvents(events, { engines, jobs: fleet.jobs.live });
  const history = new CostHistory({
    path: join(paths.state, "cost-history.json"),
    now: () => systemClock.now(),
    note: (text) => events.note("Compare", text),
  });
  const stopKeeping = keepCosts({ comparisons: comparisons.live, images: fleet.images, info, history });
  const shown = openStage({
    ...{ engines, fleet, comparisons, costs: history, processes, inside, clock, appVersion: APP_VERSION },
    info: async () => {
      await machine.read();
      return info();
    },
    folder: join(paths.state, "recordings"),
  });
  const endFirstShow = shows
    ? firstShow(shown.sessions, fleet.engines, (thrown) => log(summarise(toIsoscopeError(thrown))))
    : () => {};
  const daemon = openDaemonSettings(processes, machine, clock);
  const controls = appControls(settings, processes, events);
  const handlers = createHandlers({
    ...{ ...shown, doctor, daemon, settings: controls, meters: meters.live, events: events.live },
  });
  const dispatcher = createDispatcher(contract, handlers, { meter: (name) => meters.of("calls", name) });
  return {
    dispatcher,
    close: async () => {
      endFirstShow();
      stopEvents();
      await shown.close();
      await comparisons.close();
      stopKeeping();
      await fleet[Symbol.asyncDispose]();
      // VMs go before the engine their images came from.
      for (const engine of [...engines].reverse()) await engine[Symbol.asyncDispose]();
      await processes[Symbol.asyncDispose]();
    },
  };
}

/** What a change of the settings does at once. */
function appControls(settings: Settings, processes: ProcessTable, events: EventLog): AppControls {
  return {
    live: settings.live,
    change: (wanted) => {
      processes.readEvery(wanted.refreshMs);
      events.note("Settings", `The host is read every ${wanted.refreshMs / 1000} s`);
      settings.change(wanted);
    },
  };
}

function openProcesses(meters: Meters): ProcessTable {
  try {
    const meter = meters.of("processes", "host process table");
    return openProcessTable({ addonPaths: addonPaths(process.platform) }, { clock: systemClock, meter });
  } catch (thrown) {
    const error = toIsoscopeError(thrown);
    return absentProcessTable(error, summarise(error));
  }
}
