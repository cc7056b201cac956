import type { Readable } from "node:stream";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { StreamSession } from "../../contract/handlers.ts";
import { OutputQueue } from "../../contract/output-queue.ts";
import type { OutputChunk } from "../../contract/streams.ts";
import type { LogOptions } from "../engine.ts";
import type { DockerContext } from "./engine-context.ts";
import { containerPath } from "./ids.ts";
import type { Session } from "./negotiate.ts";
import { inspectContainer, orNoContainer, readContainer } from "./read-container.ts";
import { type TextFeed, textFeed } from "./text-feed.ts";
import { stampedTtyFeed } from "./tty-log-feed.ts";
import { connectionError, isTornPipe } from "./wire-errors.ts";

/** The container's log. Ends when it has been read, with `follow` when the container stops. */
export async function openLogs(
  { session }: DockerContext,
  id: string,
  { follow, tail }: LogOptions,
  signal: AbortSignal,
): Promise<StreamSession<OutputChunk, never>> {
  const { Config } = await inspectContainer(session, id);
  const query = { stdout: true, stderr: true, follow, tail, timestamps: true };
  const call = { op: "logs", path: containerPath(id, "/logs"), query, signal };
  const stream = await orNoContainer(session.wire.stream(call), id);
  const queue = new OutputQueue(() => stream.destroy());
  const explain = (thrown: unknown) => connectionError(thrown, "logs", session.wire.origin, signal);
  const bytes = untilTorn(stream, session, id, follow);
  void copy(bytes, Config.Tty ? stampedTtyFeed(queue) : textFeed(queue, false, true), queue, explain);
  return { output: queue, send: () => {} };
}

/** A named pipe may break at its end: the daemon is asked whether it was one. */
async function* untilTorn(
  stream: Readable,
  session: Session,
  id: string,
  follow: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* stream;
  } catch (thrown) {
    if (!isTornPipe(thrown, session.wire.origin)) throw thrown;
    const row = await readContainer(session, id);
    if (follow && row?.finishedAt === null) throw new IsoscopeFailure(runsOn);
  }
}

const runsOn = {
  code: "disconnected",
  reason: "The daemon let go of the log; the container runs on.",
} as const;

async function copy(
  stream: AsyncIterable<Uint8Array>,
  feed: TextFeed,
  queue: OutputQueue,
  explain: (thrown: unknown) => IsoscopeFailure,
): Promise<void> {
  try {
    for await (const bytes of stream) {
      feed.push(bytes);
      // What is on the daemon's disk can wait: nothing of it is dropped for a slow reader.
      await queue.room();
    }
    feed.end();
    queue.end();
  } catch (thrown) {
    queue.end(explain(thrown));
  }
}
