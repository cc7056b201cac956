import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ReadableTar } from "../engine.ts";
import { jsonLines } from "./json-lines.ts";
import type { Session } from "./negotiate.ts";
import { ProgressLine } from "./parse.ts";
import { connectionError, isTornPipe } from "./wire-errors.ts";
import type { Query } from "./wire-query.ts";

interface ArchiveCall {
  readonly op: string;
  readonly path: string;
  readonly query: Query;
  /** When aborted before all is sent, the daemon gets a torn body, of which it makes nothing. */
  readonly signal: AbortSignal;
  readonly onLine: (line: ProgressLine) => void;
}

/**
 * Sends a tar and hands on the lines of the answer. A daemon that has everything cannot be stopped any more: its answer is
 * then awaited although the signal is aborted, and undoing what it made is the caller's. A failure told in a line is thrown.
 */
export async function sendArchive(
  { wire }: Session,
  { op, path, query, signal, onLine }: ArchiveCall,
  tar: ReadableTar,
): Promise<void> {
  const cut = new AbortController();
  const source = watched(tar);
  const stop = () => {
    if (!source.ended()) cut.abort();
  };
  signal.addEventListener("abort", stop);
  try {
    if (signal.aborted) stop();
    const call = { op, method: "POST", path, query, tar: source.bytes, signal: cut.signal } as const;
    const answer = await wire.stream({ ...call, timeoutMs: null });
    for await (const line of progressLines(answer, op)) onLine(line);
  } catch (thrown) {
    if (source.ended() && isTornPipe(thrown, wire.origin)) return;
    throw connectionError(source.failure() ?? thrown, op, wire.origin, cut.signal);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** What a source does, kept: of one that fails the connection tells only that it was torn. */
function watched(tar: ReadableTar) {
  let ended = false;
  let failure: unknown = null;
  const bytes = (async function* (): ReadableTar {
    try {
      yield* tar;
      ended = true;
    } catch (thrown) {
      failure = thrown;
      throw thrown;
    }
  })();
  return { bytes, ended: () => ended, failure: () => failure };
}

async function* progressLines(
  answer: AsyncIterable<Uint8Array>,
  op: string,
): AsyncGenerator<ProgressLine, void, undefined> {
  for await (const raw of jsonLines(answer)) {
    const line = ProgressLine.safeParse(raw);
    if (!line.success) continue;
    const message = line.data.errorDetail?.message || line.data.error;
    if (message) throw new IsoscopeFailure({ code: "http", op, status: 200, message });
    yield line.data;
  }
}
