import type { Duplex } from "node:stream";
import type { Clock } from "../engine.ts";
import { isNamedPipe } from "./endpoint.ts";
import type { WireOrigin } from "./wire-errors.ts";
import { isTornPipe } from "./wire-errors.ts";

/** How long a pipe must be silent, after the daemon has said that all is over, before it is given up. ms */
const SILENCE = 100;

interface HijackedStream {
  readonly socket: Duplex;
  readonly origin: WireOrigin;
  readonly clock: Clock;
  /** Resolves when the daemon says that what writes to the stream is over. Asked on named pipes only. */
  readonly over: (signal: AbortSignal) => Promise<void>;
}

/**
 * The bytes of a hijacked connection until its end. A named pipe tells its end unreliably: the daemon half-closes it with an
 * empty message, which Node may not see, or drops it with bytes unread, which Node calls EPIPE or ECONNRESET. So there the
 * daemon is asked too, and the pipe is closed from here once nothing has come for a while.
 */
export async function* hijackedBytes(stream: HijackedStream): AsyncGenerator<Uint8Array, void, undefined> {
  const { socket, origin } = stream;
  if (!isNamedPipe(origin.endpoint)) return yield* socket;
  const closer = new SilenceCloser(stream);
  try {
    for await (const bytes of socket) {
      closer.heard();
      yield bytes;
    }
  } catch (thrown) {
    if (!closer.closed && !isTornPipe(thrown, origin)) throw thrown;
  } finally {
    closer.stop();
  }
}

/** Closes a pipe whose end did not come, when it has been silent since the daemon said that it is over. */
class SilenceCloser {
  readonly #stream: HijackedStream;
  readonly #done = new AbortController();
  #heard = 0;
  #cancel = () => {};
  closed = false;

  constructor(stream: HijackedStream) {
    this.#stream = stream;
    // A daemon that cannot be asked is told by the status, and its pipe breaks by itself.
    stream.over(this.#done.signal).then(
      () => this.#wait(),
      () => {},
    );
  }

  heard(): void {
    this.#heard += 1;
  }

  stop(): void {
    this.#done.abort();
    this.#cancel();
  }

  #wait(): void {
    if (this.#done.signal.aborted) return;
    const heard = this.#heard;
    this.#cancel = this.#stream.clock.after(SILENCE, () => {
      // A timer of a process that was held up runs before the bytes that have come meanwhile.
      setImmediate(() => setImmediate(() => this.#close(heard)));
    });
  }

  #close(heard: number): void {
    if (this.#done.signal.aborted) return;
    if (this.#heard === heard) {
      this.closed = true;
      this.#stream.socket.destroy();
    } else this.#wait();
  }
}
