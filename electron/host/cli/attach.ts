import type { Container } from "../../contract/container.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { Unsubscribe } from "../../contract/live-source.ts";
import type { LogBatch } from "../../contract/logs.ts";
import type { OutputChunk } from "../../contract/streams.ts";
import type { VerbContext } from "./verb.ts";
import { watchUntil } from "./watch-until.ts";

/** Where what a container prints goes. Resolves when it has been written. */
export type Printer = (source: "stdout" | "stderr" | "tty", text: string) => Promise<void>;

/** For as long as the command runs: a timer's largest delay, 24 days. */
const FOREVER_MS = 2 ** 31 - 1;

/**
 * Prints what the container prints until its command ends, and resolves with its exit code; null where that is not told.
 * Rejects with `cancelled` at the signal, with the container left as it is.
 */
export async function followOutput(
  key: string,
  print: Printer,
  context: VerbContext,
): Promise<number | null> {
  const [code] = await Promise.all([exitCodeOf(key, context), printLog(key, print, context)]);
  return code;
}

async function exitCodeOf(key: string, { session, clock, signal }: VerbContext): Promise<number | null> {
  const { client } = await session();
  const over = (containers: readonly Container[]) => {
    const mine = containers.find((one) => one.key === key);
    if (!mine) return { code: null };
    return mine.state === "exited" || mine.state === "failed" ? { code: mine.exitCode } : undefined;
  };
  const wait = { what: "the container's end", ms: FOREVER_MS, clock, signal };
  return (await watchUntil(client, "containers.watch", {}, over, wait)).code;
}

async function printLog(key: string, print: Printer, { session, signal, log }: VerbContext): Promise<void> {
  const { client } = await session();
  return new Promise((resolve, reject) => {
    const stream = client.stream(
      "containers.logs",
      { key, follow: true, tail: 1_000_000 },
      {
        chunk: (batch: LogBatch) => printBatch(batch, print, log),
        end: (error) => (error ? reject(new IsoscopeFailure(error)) : resolve()),
      },
    );
    onAbort(signal, () => {
      stream.close();
      reject(new IsoscopeFailure({ code: "cancelled", op: "run" }));
    });
  });
}

async function printBatch(batch: LogBatch, print: Printer, log: VerbContext["log"]): Promise<void> {
  for (const chunk of batch) {
    if (chunk.kind === "text") await print(chunk.source, chunk.text);
    else log(`isoscope: ${chunk.lines} lines of output are missing here.`);
  }
}

/** As {@link followOutput}, with what is typed here going to the command, every key as it comes. */
export async function joinConsole(key: string, print: Printer, context: VerbContext): Promise<number | null> {
  const { terminal, signal, session, log } = context;
  const { client } = await session();
  const { keyboard, out } = terminal;
  const size = () => ({ columns: out.columns ?? 80, rows: out.rows ?? 24 });
  const undo: Unsubscribe[] = [];
  try {
    return await new Promise<number | null>((resolve, reject) => {
      let code: number | null = null;
      const chunk = (got: OutputChunk) => {
        if (got.kind === "text") return print(got.source, got.text);
        if (got.kind === "exit") code = got.code;
        else log(`isoscope: ${got.lines} lines of output are missing here.`);
        return undefined;
      };
      const end = (error: ConstructorParameters<typeof IsoscopeFailure>[0] | null) =>
        error ? reject(new IsoscopeFailure(error)) : resolve(code);
      const stream = client.stream("containers.console", { key, exec: [], ...size() }, { chunk, end });
      const typed = (text: string) => {
        for (const part of parts(text)) stream.send({ kind: "input", text: part });
      };
      undo.push(
        keyboard.raw(),
        keyboard.read(typed, () => stream.send({ kind: "eof" })),
        keyboard.onResize(() => stream.send({ kind: "resize", ...size() })),
      );
      onAbort(signal, () => {
        stream.close();
        reject(new IsoscopeFailure({ code: "cancelled", op: "run" }));
      });
    });
  } finally {
    for (const back of undo) back();
  }
}

/** Characters in one message at most, as the contract says. */
const MOST = 65_536;

const parts = (text: string): readonly string[] =>
  text.length <= MOST ? [text] : [...(text.match(new RegExp(`[^]{1,${MOST}}`, "g")) ?? [])];

function onAbort(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener("abort", act, { once: true });
}
