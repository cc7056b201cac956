import { delay } from "../delay.ts";
import type { Clock } from "../engine.ts";
import type { Session } from "./negotiate.ts";
import { ExecAnswer } from "./parse.ts";
import { inspectContainer } from "./read-container.ts";

const ASK_EVERY = 50;
const ASK_AT_MOST = 40;

/** What ended, as the daemon tells it: `null` when the code is not known, `undefined` while it still runs. */
type Ended = number | null | undefined;

/** The exit code of an exec whose stream has ended. Undefined when the daemon says for 2 s that it still runs. */
export function execExitCode(session: Session, clock: Clock, exec: string): Promise<Ended> {
  const call = { op: "inspect exec", path: `/exec/${exec}/json` };
  return askUntilEnded(clock, async () => {
    const { Running, ExitCode } = await session.wire.json(call, ExecAnswer);
    return Running ? undefined : (ExitCode ?? null);
  });
}

/** The exit code of a container whose attached stream has ended. Undefined when it runs on: then only the stream is gone. */
export function containerExitCode(session: Session, clock: Clock, id: string): Promise<Ended> {
  return askUntilEnded(clock, async () => {
    const { State } = await inspectContainer(session, id);
    return ["running", "paused", "restarting"].includes(State.Status) ? undefined : State.ExitCode;
  });
}

/** The stream ends a moment before the daemon has noted the exit, and no event tells of an exec on all daemons. */
async function askUntilEnded(clock: Clock, ask: () => Promise<Ended>): Promise<Ended> {
  const never = new AbortController().signal;
  for (let asked = 1; ; asked++) {
    const code = await ask();
    if (code !== undefined || asked === ASK_AT_MOST) return code;
    await delay(clock, ASK_EVERY, never);
  }
}
