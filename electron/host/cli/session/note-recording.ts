import type { OpenSession } from "./host-session.ts";
import { shownSession } from "./shown.ts";

/** Says so when the app shows a recording: whatever is printed is then not of this host now. */
export async function noteRecording(session: OpenSession, log: (line: string) => void): Promise<OpenSession> {
  try {
    const shown = await shownSession(session.client);
    if (shown.kind === "replay") log(`What follows is of a recording, not of this host now: ${shown.title}`);
    return session;
  } catch (thrown) {
    await session.close();
    throw thrown;
  }
}
