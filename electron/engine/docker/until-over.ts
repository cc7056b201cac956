import { IsoscopeFailure } from "../../contract/failure.ts";
import type { LiveSource } from "../../contract/live-source.ts";
import { delay } from "../delay.ts";
import type { EngineContainer } from "../engine.ts";
import type { DockerContext } from "./engine-context.ts";
import { ExecAnswer } from "./parse.ts";

const ASK_EVERY = 250;

/** Asks until an exec has ended, its container is gone, or the signal is aborted. No daemon tells it by an event alone. */
export async function execOver(
  { session: { wire }, clock }: DockerContext,
  exec: string,
  signal: AbortSignal,
): Promise<void> {
  const call = { op: "inspect exec", path: `/exec/${exec}/json`, signal };
  do {
    await delay(clock, ASK_EVERY, signal);
    if (signal.aborted) return;
  } while (await wire.json(call, ExecAnswer).then(({ Running }) => Running, unlessGone));
}

function unlessGone(thrown: unknown): boolean {
  if (thrown instanceof IsoscopeFailure && thrown.error.code === "http" && thrown.error.status === 404)
    return false;
  throw thrown;
}

/** Resolves when the list shows that the run which began at `startedAt` has ended, or the signal is aborted. */
export async function runOver(
  { session, containers }: DockerContext,
  id: string,
  startedAt: number | null,
  signal: AbortSignal,
): Promise<void> {
  // The row may be older than what told `startedAt`.
  await containers.refresh(session, id);
  const { store } = containers;
  const isOver = () => {
    const row = store.get(id);
    return !row || row.finishedAt !== null || row.startedAt !== startedAt;
  };
  await untilChange(store, () => signal.aborted || isOver(), signal);
}

/** Resolves as soon as `test` holds, asked at each change of the collection and when the signal is aborted. */
function untilChange(
  source: LiveSource<EngineContainer>,
  test: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!test()) return;
      signal.removeEventListener("abort", look);
      unsubscribe();
      resolve();
    };
    const sink = { snapshot: () => queueMicrotask(look), change: look, fail: look };
    const unsubscribe = source.subscribe(sink);
    signal.addEventListener("abort", look);
  });
}
