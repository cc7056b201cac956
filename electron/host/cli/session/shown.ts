import type { Client } from "../../../contract/client.ts";
import type { IsoscopeContract } from "../../../contract/contract.ts";
import type { Session } from "../../../contract/session.ts";
import { systemClock } from "../../../engine/clock.ts";
import { watchUntil } from "../watch-until.ts";

const ANSWER_MS = 30_000;

/** What the app shows: this host now, or a recording. */
export function shownSession(client: Client<IsoscopeContract>): Promise<Session> {
  const wait = { what: "asking what is shown", ms: ANSWER_MS, clock: systemClock };
  return watchUntil(client, "session.watch", {}, ([one]) => one, wait);
}
