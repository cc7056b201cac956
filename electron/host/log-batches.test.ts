import fc from "fast-check";
import { expect, it } from "vitest";
import type { LogBatch } from "../contract/logs.ts";
import { OutputQueue } from "../contract/output-queue.ts";
import type { OutputChunk } from "../contract/streams.ts";
import { logBatches } from "./log-batches.ts";

async function all(output: AsyncIterable<OutputChunk>): Promise<readonly LogBatch[]> {
  const batches: LogBatch[] = [];
  for await (const batch of logBatches(output)) batches.push(batch);
  return batches;
}

function queueOf(chunks: readonly OutputChunk[]): OutputQueue {
  const queue = new OutputQueue(() => {}, 10_000_000);
  for (const chunk of chunks) queue.push(chunk);
  queue.end();
  return queue;
}

const chunk: fc.Arbitrary<OutputChunk> = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    source: fc.constantFrom("stdout" as const, "stderr" as const),
    text: fc.stringMatching(/^[a\n]{1,6}$/),
    at: fc.option(fc.nat()),
  }),
  fc.record({ kind: fc.constant("dropped" as const), lines: fc.nat() }),
);

it("keeps every text of each source in order, with one time per line", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunk), async (chunks) => {
      const sent = (await all(queueOf(chunks))).flat();
      const flat = (list: readonly { kind: string; source?: string; text?: string; lines?: number }[]) =>
        list
          .map((one) => (one.kind === "text" ? `${one.source}${one.text}` : `dropped ${one.lines}`))
          .join("");
      const bySource = flat(chunks).replaceAll(/(stdout|stderr)/g, "");
      expect(flat(sent).replaceAll(/(stdout|stderr)/g, "")).toBe(bySource);
      for (const one of sent) {
        if (one.kind !== "text") continue;
        expect(one.at.length).toBe(one.text.split("\n").length - (one.text.endsWith("\n") ? 1 : 0));
      }
    }),
  );
});

it("puts what is there into one batch and waits for nothing", async () => {
  const queue = new OutputQueue();
  const batches = logBatches(queue)[Symbol.asyncIterator]();
  const line = (text: string) => ({ kind: "text", source: "stdout", text, at: 1 }) as const;
  queue.push(line("a\n"));
  queue.push(line("b\n"));
  expect((await batches.next()).value).toEqual([
    { kind: "text", source: "stdout", text: "a\nb\n", at: [1, 1] },
  ]);
  const waiting = batches.next();
  queue.push(line("c\n"));
  expect((await waiting).value).toEqual([{ kind: "text", source: "stdout", text: "c\n", at: [1] }]);
});

it("delivers what came before a failure, then the failure", async () => {
  const queue = new OutputQueue();
  const batches = logBatches(queue)[Symbol.asyncIterator]();
  queue.push({ kind: "text", source: "stdout", text: "a\n", at: null });
  queue.end(new Error("gone"));
  expect((await batches.next()).value).toHaveLength(1);
  await expect(batches.next()).rejects.toThrow("gone");
});

it("ends a silent log when its reader leaves", async () => {
  const closed: string[] = [];
  const batches = logBatches(new OutputQueue(() => closed.push("yes")))[Symbol.asyncIterator]();
  const waiting = batches.next();
  await batches.return?.();
  expect((await waiting).done).toBe(true);
  expect(closed).toEqual(["yes"]);
});
