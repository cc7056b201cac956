import type { IsoscopeError } from "../contract/errors.ts";
import { IsoscopeFailure } from "../contract/failure.ts";
import type { LiveSource } from "../contract/live-source.ts";
import { mirrorInto } from "../contract/mirror.ts";
import type { OutputChunk } from "../contract/streams.ts";
import type { Engine, EngineContainer, EngineLaunch, WorkContext } from "./engine.ts";

/** Work nobody cancels and nobody watches. */
export const quietWork = (): WorkContext => ({
  signal: new AbortController().signal,
  progress: () => {},
});

/** How work failed; an error when it did not, or not in the contract's terms. */
export async function failureOf(work: Promise<unknown>): Promise<IsoscopeError> {
  const thrown = await work.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof IsoscopeFailure)) throw thrown;
  return thrown.error;
}

/** Resolves as soon as the collection holds what `find` looks for. Bounded by the test's own time limit only. */
export function whenLive<T, R>(
  source: LiveSource<T>,
  find: (items: ReadonlyMap<string, T>) => R | undefined,
): Promise<R> {
  const items = new Map<string, T>();
  return new Promise((resolve, reject) => {
    let stop = () => {};
    let found = false;
    const look = () => {
      const hit = found ? undefined : find(items);
      if (hit === undefined) return;
      found = true;
      queueMicrotask(() => stop());
      resolve(hit);
    };
    stop = source.subscribe({
      ...mirrorInto(items, look),
      fail: reject,
    });
  });
}

/** The row of `id` once it satisfies `test`. */
export const whenRow = (
  engine: Engine,
  id: string,
  test: (row: EngineContainer) => boolean,
): Promise<EngineContainer> =>
  whenLive(engine.containers, (rows) => {
    const row = rows.get(id);
    return row && test(row) ? row : undefined;
  });

/** Resolves when the row of `id` is no longer in the list. */
export const whenGone = (engine: Engine, id: string): Promise<true> =>
  whenLive(engine.containers, (rows) => (rows.has(id) ? undefined : true));

/** The rows of this moment. */
export function rowsNow(engine: Engine): Promise<readonly EngineContainer[]> {
  return whenLive(engine.containers, (rows) => [...rows.values()]);
}

/** Resolves when the engine's status satisfies `test`. */
export function whenStatus(
  engine: Engine,
  test: (status: Engine["status"]) => boolean,
): Promise<Engine["status"]> {
  if (test(engine.status)) return Promise.resolve(engine.status);
  return new Promise((resolve) => {
    const stop = engine.onStatus((status) => {
      if (!test(status)) return;
      stop();
      resolve(status);
    });
  });
}

/** Everything a stream says, read on demand: keeps what has come, so that later questions see earlier text. */
export class Transcript {
  readonly chunks: OutputChunk[] = [];
  readonly #iterator: AsyncIterator<OutputChunk>;

  constructor(output: AsyncIterable<OutputChunk>) {
    this.#iterator = output[Symbol.asyncIterator]();
  }

  text(source?: "stdout" | "stderr" | "tty"): string {
    return this.chunks
      .map((chunk) => (chunk.kind === "text" && (!source || chunk.source === source) ? chunk.text : ""))
      .join("");
  }

  /** Reads until the text matches. An end before that is an error that shows what was said. */
  async until(pattern: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const match = this.text().match(pattern);
      if (match) return match;
      if (!(await this.#read()))
        throw new Error(`${pattern} did not come; got ${JSON.stringify(this.text())}`);
    }
  }

  /** Reads to the end and returns the exit chunk's code; undefined when the stream ended without one. */
  async exitCode(): Promise<number | null | undefined> {
    while (await this.#read());
    return this.chunks.flatMap((chunk) => (chunk.kind === "exit" ? [chunk.code] : [])).at(0);
  }

  /** Stops listening. */
  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  async #read(): Promise<boolean> {
    const next = await this.#iterator.next();
    if (!next.done) this.chunks.push(next.value);
    return !next.done;
  }
}

/** What a command has printed by the time that its log matches. */
export async function saidUntil(engine: Engine, id: string, pattern: RegExp): Promise<string> {
  const { output } = await engine.logs(id, { follow: true, tail: 1000 }, new AbortController().signal);
  const transcript = new Transcript(output);
  await transcript.until(pattern);
  await transcript.close();
  return transcript.text();
}

export const launchSpec = (
  spec: Partial<EngineLaunch> & Pick<EngineLaunch, "image" | "isolation">,
): EngineLaunch => ({
  command: [],
  interactive: false,
  name: null,
  env: {},
  holes: [],
  memoryBytes: null,
  cpus: null,
  ...spec,
});
