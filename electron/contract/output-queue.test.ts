import fc from "fast-check";
import { expect, it } from "vitest";
import { OutputQueue } from "./output-queue.ts";
import type { OutputChunk } from "./streams.ts";

const line = (text: string): OutputChunk => ({ kind: "text", source: "stdout", text, at: null });

async function rest(queue: OutputQueue): Promise<readonly OutputChunk[]> {
  queue.end();
  const chunks: OutputChunk[] = [];
  for await (const chunk of queue) chunks.push(chunk);
  return chunks;
}

it("accounts for every line: read or told as dropped, never an exit lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 300 }), fc.integer({ min: 50, max: 2000 }), async (lines, limit) => {
      const queue = new OutputQueue(() => {}, limit);
      for (let n = 0; n < lines; n++) queue.push(line(`${n}\n`));
      queue.push({ kind: "exit", code: 3 });
      const chunks = await rest(queue);
      const read = chunks.filter(({ kind }) => kind === "text").length;
      const dropped = chunks.reduce((sum, each) => sum + (each.kind === "dropped" ? each.lines : 0), 0);
      expect(read + dropped).toBe(lines);
      expect(chunks.at(-1)).toEqual({ kind: "exit", code: 3 });
    }),
  );
});

it("lets a writer that waits for room lose nothing", async () => {
  const queue = new OutputQueue(() => {}, 500);
  const write = async () => {
    for (let n = 0; n < 500; n++) {
      queue.push(line(`${n}\n`));
      await queue.room();
    }
    queue.end();
  };
  const written = write();
  const texts: string[] = [];
  for await (const chunk of queue) if (chunk.kind === "text") texts.push(chunk.text);
  await written;
  expect(texts).toEqual(Array.from({ length: 500 }, (_, n) => `${n}\n`));
});

it("gives the writer room when the reader leaves", async () => {
  const queue = new OutputQueue(() => {}, 100);
  for (let n = 0; n < 10; n++) queue.push(line("0123456789\n"));
  const room = queue.room();
  await queue[Symbol.asyncIterator]().return?.();
  await room;
});
