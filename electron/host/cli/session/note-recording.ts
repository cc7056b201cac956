import { systemClock } from "../../../engine/clock.ts";
import { watchUntil } from "../watch-until.ts";
import type { OpenSession } from "./host-session.ts";

const ANSWER_MS = 30_000;

/** Says so when the app shows a recording: whatever is printed is then not of this host now. */
export async function noteRecording(session: OpenSession, log: (line: string) => void): Promise<OpenSession> {
  const wait = { what: "asking what is shown", ms: ANSWER_MS, clock: systemClock };
  try {
    const shown = await watchUntil(session.client, "session.watch", {}, ([one]) => one, wait);
    if (shown.kind === "replay") log(`What follows is of a recording, not of this host now: ${shown.title}`);
    return session;
  } catch (thrown) {
    await session.close();
    throw thrown;
  }
}
