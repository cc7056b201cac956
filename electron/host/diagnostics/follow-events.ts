import type { EngineStatus } from "../../contract/engine.ts";
import { summarise } from "../../contract/failure.ts";
import type { Job } from "../../contract/launch.ts";
import type { LiveSource, Unsubscribe } from "../../contract/live-source.ts";
import type { Engine, EngineContainer } from "../../engine/engine.ts";
import type { EventLog } from "./event-log.ts";

/** What is followed, all of it pushed: nothing is asked for, and no host process is read. */
export interface EventSources {
  readonly engines: readonly Engine[];
  readonly jobs: LiveSource<Job>;
}

/** Writes down what engines, containers and jobs do until the returned function is called. */
export function followEvents(log: EventLog, { engines, jobs }: EventSources): Unsubscribe {
  const stops = [
    ...engines.flatMap((engine) => [followStatus(log, engine), followContainers(log, engine)]),
    changes(jobs, (job, before) => {
      if (job?.state !== before?.state && job) log.note("Jobs", jobText(job));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function followStatus(log: EventLog, engine: Engine): Unsubscribe {
  let { state } = engine.status;
  return engine.onStatus((status) => {
    if (status.state === state) return;
    state = status.state;
    log.note(status.title, engineText(status));
  });
}

function followContainers(log: EventLog, engine: Engine): Unsubscribe {
  return changes<EngineContainer>(engine.containers, (now, before) => {
    if (now?.state === before?.state) return;
    const name = now?.name ?? before?.name ?? "";
    log.note(engine.status.title, now ? `${name} is ${now.state}` : `${name} is gone`);
  });
}

const engineText = ({ state, error }: EngineStatus): string =>
  error ? `is ${state}: ${summarise(error)}` : `is ${state}`;

function jobText({ title, state, error }: Job): string {
  return `${title}: ${error ? `${state}, ${summarise(error)}` : state}`;
}

/** Tells each change of an item from what it was. The first snapshot is what there is, not what happened. */
function changes<T>(
  source: LiveSource<T>,
  tell: (now: T | undefined, before: T | undefined) => void,
): Unsubscribe {
  const known = new Map<string, T>();
  return source.subscribe({
    snapshot: ({ entries }) => {
      known.clear();
      for (const [key, item] of entries) known.set(key, item);
    },
    change: ({ upsert, remove }) => {
      for (const key of remove) {
        const before = known.get(key);
        known.delete(key);
        tell(undefined, before);
      }
      for (const [key, item] of upsert) {
        const before = known.get(key);
        known.set(key, item);
        tell(item, before);
      }
    },
    fail: () => {},
  });
}
