import type { IncomingMessage } from "node:http";
import type { IsoscopeError } from "../../contract/errors.ts";
import { toIsoscopeError } from "../../contract/failure.ts";
import type { Attendance } from "../attendance.ts";
import { delay } from "../delay.ts";
import type { Clock } from "../engine.ts";
import { type DaemonEvent, toEvent } from "./events.ts";
import { jsonLines } from "./json-lines.ts";
import { ping, type Session } from "./negotiate.ts";
import { connectionError } from "./wire-errors.ts";

const PING_EVERY = 4_000;
/** In pings: about every 30 s. */
const RELIST_EVERY = 8;

/** Opens the event stream. It must be open before the first list, or what happens in between is lost. */
export const openEvents = ({ wire }: Session): Promise<IncomingMessage> =>
  wire.stream({ op: "watch events", path: "/events", timeoutMs: 10_000 });

/** Hands on events until the stream ends. Resolves with why it did: it has no end of its own. */
export async function pumpEvents(
  { wire }: Session,
  stream: IncomingMessage,
  onEvent: (event: DaemonEvent) => void,
): Promise<IsoscopeError> {
  try {
    for await (const raw of jsonLines(stream)) {
      const event = toEvent(raw);
      if (event) onEvent(event);
    }
    return connectionError(new Error("the event stream ended"), "watch events", wire.origin).error;
  } catch (thrown) {
    return connectionError(thrown, "watch events", wire.origin).error;
  }
}

export interface Care {
  readonly clock: Clock;
  readonly attendance: Attendance;
  /** Called after each sign of life. */
  readonly seen: () => void;
  readonly relist: () => Promise<void>;
}

/**
 * Asks for a sign of life while the connection lasts, since a half-dead daemon ends no stream, and lists anew now and then,
 * since events can get lost; while nobody looks neither. Resolves with the first failure.
 */
export async function lookAfter(session: Session, care: Care, over: AbortSignal): Promise<IsoscopeError> {
  const { origin } = session.wire;
  try {
    for (let beat = 1; ; beat++) {
      await delay(care.clock, PING_EVERY, over);
      await care.attendance.whenPresent(over);
      await ping(origin, care.clock, over);
      care.seen();
      if (beat % RELIST_EVERY === 0) await care.relist();
    }
  } catch (thrown) {
    const error = toIsoscopeError(thrown);
    if (error.code !== "timeout") return error;
    const reason = `It has not answered for ${Math.round(error.ms / 1000)} s.`;
    return { code: "unavailable", engine: origin.title, reason, detail: error.op };
  }
}
