import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IsoscopeContract } from "../contract/contract.ts";
import type { AppEvent, MeterReading } from "../contract/diagnostics.ts";
import { IsoscopeFailure } from "../contract/errors.ts";
import type { Handlers } from "../contract/handlers.ts";
import type { LiveSource } from "../contract/live-source.ts";
import type { AppSettings } from "../contract/settings.ts";
import type { Doctor } from "../fleet/doctor/doctor.ts";
import type { Fleet } from "../fleet/fleet.ts";
import type { Recorder } from "../fleet/recorder/recorder.ts";
import { daemonHandlers } from "./daemon-config/daemon-handlers.ts";
import type { DaemonSettings } from "./daemon-config/daemon-settings.ts";
import { logBatches } from "./log-batches.ts";
import { recordingHandlers } from "./stage/recording-handlers.ts";
import { sessionHandlers } from "./stage/session-handlers.ts";
import type { Sessions } from "./stage/sessions.ts";
import type { Stage } from "./stage/stage.ts";

export interface HandlerDeps {
  /** What is shown: this host, or a recording. Calls go to that, but for those that are of the app itself. */
  readonly stage: Stage;
  readonly sessions: Sessions;
  readonly recorder: Recorder;
  readonly doctor: Doctor;
  readonly daemon: DaemonSettings;
  readonly settings: AppControls;
  readonly meters: LiveSource<MeterReading>;
  readonly events: LiveSource<AppEvent>;
}

/** The app's own settings, kept and put into effect. */
export interface AppControls {
  readonly live: LiveSource<AppSettings>;
  change(settings: AppSettings): void;
}

/** The contract's calls, each a line onto the fleet. Input has been parsed, output will be. */
export function createHandlers(deps: HandlerDeps): Handlers<IsoscopeContract> {
  const { stage, sessions, recorder, doctor, daemon, settings, meters, events } = deps;
  return {
    "host.info": async () => stage.act.info(),
    "host.census": () => stage.show(({ fleet }) => fleet.census),
    "engines.watch": () => stage.watched(({ fleet }) => fleet.engines),
    "engines.retry": async ({ engine }) => {
      await stage.act.fleet.engine(engine).retry();
      return {};
    },
    "containers.watch": () => stage.watched(({ fleet }) => fleet.containers),
    "usage.watch": () => stage.show(({ fleet }) => fleet.usage),
    "containers.launch": async (spec) => ({ job: stage.act.fleet.launch(spec) }),
    "containers.control": async ({ key, action, signal }) => {
      await stage.act.fleet.control(key, action, signal);
      return {};
    },
    "containers.inspect": async ({ key, reveal }) => {
      const { engine, seen } = stage.act.fleet.find(key);
      return { document: await engine.inspect(seen.id, { reveal }) };
    },
    "containers.logs": async ({ key, follow, tail }, { signal }) => {
      const { engine, seen } = stage.act.fleet.find(key);
      const { output } = await engine.logs(seen.id, { follow, tail }, stage.during(signal));
      return { output: logBatches(output), send: () => {} };
    },
    "containers.console": async ({ key, exec, columns, rows }, { signal }) => {
      const { engine, seen } = stage.act.fleet.find(key);
      return engine.console(seen.id, { exec, columns, rows }, stage.during(signal));
    },
    "scope.watch": ({ key }) => stage.watched(({ fleet }) => fleet.scope(key)),
    "stats.watch": ({ key }) => stage.watched(({ fleet }) => fleet.stats(key)),
    "processes.watch": () => stage.show(({ processes }) => processes.live),
    "owners.watch": () => stage.show(({ fleet }) => fleet.owners),
    "images.watch": () => stage.watched(({ fleet }) => fleet.images),
    "images.import": async ({ engine, path, ref }) => ({
      job: await importImage(stage.act.fleet, engine, path, ref),
    }),
    "images.upload": async (file, { signal }) => stage.act.fleet.imageWork.upload(file, signal),
    "images.export": async ({ key }, { signal }) => stage.act.fleet.imageWork.export(key, signal),
    "images.remove": async ({ key }) => {
      await stage.act.fleet.imageWork.remove(key);
      return {};
    },
    "jobs.watch": () => stage.live.fleet.jobs.live,
    "jobs.cancel": async ({ job }) => {
      stage.live.fleet.jobs.cancel(job);
      return {};
    },
    "compare.start": async (spec) => ({ comparison: stage.act.comparisons.start(spec) }),
    "compare.watch": () => stage.show(({ comparisons }) => comparisons.live),
    "compare.stop": async ({ comparison }) => {
      stage.act.comparisons.stop(comparison);
      return {};
    },
    "cost.watch": () => stage.show(({ costs }) => costs.live),
    "cost.open": async ({ id }) => stage.act.costs.open(id),
    "cost.remove": async ({ id }) => {
      stage.act.costs.remove(id);
      return {};
    },
    ...sessionHandlers(sessions),
    ...recordingHandlers(recorder, sessions),
    ...daemonHandlers(daemon),
    "settings.watch": () => settings.live,
    "settings.change": async (wanted) => {
      settings.change(wanted);
      return {};
    },
    "diagnostics.watch": () => meters,
    "events.watch": () => events,
    "doctor.watch": () => doctor.findings,
    "doctor.check": async ({ ids }) => {
      await doctor.check(ids);
      return {};
    },
    "doctor.fix": async ({ check, fix }) => ({ job: doctor.fix(check, fix) }),
  };
}

async function importImage(
  fleet: Fleet,
  engine: string | undefined,
  path: string,
  ref: string,
): Promise<string> {
  const keeper = fleet.imageEngine(engine);
  const isFile = await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!isFile) throw new IsoscopeFailure({ code: "not-found", what: "file", name: path });
  return fleet.jobs.start({
    kind: "import-image",
    title: ref,
    work: async (work) => {
      await keeper.importImage(createReadStream(path), ref, { defaultCommand: [], env: {} }, work);
      return null;
    },
  });
}
