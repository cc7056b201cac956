import { isDeepStrictEqual } from "node:util";
import type { EngineStatus } from "../../contract/engine.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import { RecordedContainer } from "../../contract/recording.ts";
import type { Engine, EngineContainer } from "../../engine/engine.ts";
import { type Changed, followChanges } from "./changed-items.ts";
import type { Tape } from "./tape.ts";

export interface EngineListener {
  /** After it was put on the tape. */
  containers(engine: Engine, changed: Changed<EngineContainer>): void;
}

/** Puts down what an engine says of itself, its containers and its images. Asks it for nothing. */
export function followEngine(engine: Engine, tape: Tape, listener: EngineListener): Unsubscribe {
  let status = engine.status;
  const stops = [
    engine.onStatus((next) => {
      if (!isDeepStrictEqual(ageless(next), ageless(status))) tape.put({ kind: "engine", status: next });
      status = next;
    }),
    followChanges(engine.images, ({ upsert, remove }) =>
      tape.put({
        kind: "images",
        engine: engine.id,
        upsert: upsert.map(([, image]) => image),
        remove: [...remove],
      }),
    ),
    followChanges(engine.containers, (changed) => {
      tape.put({
        kind: "containers",
        engine: engine.id,
        upsert: changed.upsert.flatMap(([, container]) => recordable(container)),
        remove: [...changed.remove],
      });
      listener.containers(engine, changed);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** When it was last heard of changes all the time, and says nothing. */
const ageless = ({ lastSeen: _lastSeen, ...status }: EngineStatus) => status;

/** None of what could not be read back, such as an id that is no text. */
function recordable(container: EngineContainer): RecordedContainer[] {
  const parsed = RecordedContainer.safeParse(container);
  return parsed.success ? [parsed.data] : [];
}
