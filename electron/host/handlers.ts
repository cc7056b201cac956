import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { HostInfo, IsoscopeContract } from "../contract/contract.ts";
import type { AppEvent, MeterReading } from "../contract/diagnostics.ts";
import { IsoscopeFailure } from "../contract/errors.ts";
import type { Handlers } from "../contract/handlers.ts";
import type { LiveSource } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import type { Session } from "../contract/session.ts";
import type { AppSettings } from "../contract/settings.ts";
import { Audience } from "../fleet/audience.ts";
import type { Comparisons } from "../fleet/compare/comparisons.ts";
import type { Doctor } from "../fleet/doctor/doctor.ts";
import type { Fleet } from "../fleet/fleet.ts";
import type { ProcessTable } from "../processes/process-table.ts";
import { logBatches } from "./log-batches.ts";

export interface HandlerDeps {
  readonly fleet: Fleet;
  readonly comparisons: Comparisons;
  readonly doctor: Doctor;
  readonly processes: ProcessTable;
  readonly info: () => HostInfo;
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
  const { fleet, comparisons, doctor, processes, info, settings, meters, events } = deps;
  const session = new LiveStore<Session>();
  session.update([["session", { kind: "live", recording: null }]]);
  const audience = new Audience((present) => fleet.attend(present));
  return {
    "host.info": async () => info(),
    "host.census": () => fleet.census,
    "engines.watch": () => audience.of(fleet.engines),
    "engines.retry": async ({ engine }) => {
      await fleet.engine(engine).retry();
      return {};
    },
    "containers.watch": () => audience.of(fleet.containers),
    "usage.watch": () => fleet.usage,
    "containers.launch": async (spec) => ({ job: fleet.launch(spec) }),
    "containers.control": async ({ key, action, signal }) => {
      await fleet.control(key, action, signal);
      return {};
    },
    "containers.inspect": async ({ key, reveal }) => {
      const { engine, seen } = fleet.find(key);
      return { document: await engine.inspect(seen.id, { reveal }) };
    },
    "containers.logs": async ({ key, follow, tail }, { signal }) => {
      const { engine, seen } = fleet.find(key);
      const { output } = await engine.logs(seen.id, { follow, tail }, signal);
      return { output: logBatches(output), send: () => {} };
    },
    "containers.console": async ({ key, exec, columns, rows }, { signal }) => {
      const { engine, seen } = fleet.find(key);
      return engine.console(seen.id, { exec, columns, rows }, signal);
    },
    "scope.watch": ({ key }) => audience.of(fleet.scope(key)),
    "stats.watch": ({ key }) => audience.of(fleet.stats(key)),
    "processes.watch": () => processes.live,
    "owners.watch": () => fleet.owners,
    "images.watch": () => audience.of(fleet.images),
    "images.import": async ({ engine, path, ref }) => ({ job: await importImage(fleet, engine, path, ref) }),
    "images.upload": async (file, { signal }) => fleet.imageWork.upload(file, signal),
    "images.export": async ({ key }, { signal }) => fleet.imageWork.export(key, signal),
    "images.remove": async ({ key }) => {
      await fleet.imageWork.remove(key);
      return {};
    },
    "jobs.watch": () => fleet.jobs.live,
    "jobs.cancel": async ({ job }) => {
      fleet.jobs.cancel(job);
      return {};
    },
    "compare.start": async (spec) => ({ comparison: comparisons.start(spec) }),
    "compare.watch": () => comparisons.live,
    "compare.stop": async ({ comparison }) => {
      comparisons.stop(comparison);
      return {};
    },
    "session.watch": () => session,
    "session.open": async () => notYet(),
    "session.openFile": async () => notYet(),
    "session.openBuiltIn": async () => notYet(),
    "session.close": async () => notYet(),
    "session.control": async () => notYet(),
    "recording.start": async () => notYet(),
    "recording.stop": async () => notYet(),
    "recording.save": async () => notYet(),
    "recording.discard": async () => notYet(),
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

function notYet(): never {
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: "recordings",
    reason: "This version cannot do it yet.",
  });
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
