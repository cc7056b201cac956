import fc from "fast-check";
import { expect, it } from "vitest";
import { OutputQueue } from "../../contract/output-queue.ts";
import type { OutputChunk } from "../../contract/streams.ts";
import { takeStamp, textFeed } from "./text-feed.ts";

async function all(queue: OutputQueue): Promise<readonly OutputChunk[]> {
  queue.end();
  const chunks: OutputChunk[] = [];
  for await (const chunk of queue) chunks.push(chunk);
  return chunks;
}

it("never splits a character, wherever the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 5 }), async (text, size) => {
      const queue = new OutputQueue();
      const feed = textFeed(queue, true);
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; at += size) feed.push(bytes.subarray(at, at + size));
      feed.end();
      const texts = (await all(queue)).map((chunk) => (chunk.kind === "text" ? chunk.text : ""));
      expect(texts.join("")).toBe(text);
      expect(texts.map((each) => Buffer.from(each).toString())).toEqual(texts);
    }),
  );
});

it("takes the daemon's time off each frame", () => {
  const bytes = new TextEncoder().encode("2026-11-21T22:03:45.883736057Z größe\n");
  const { at, rest } = takeStamp({ source: "stdout", bytes });
  expect(at).toBe(Date.UTC(2026, 10, 21, 22, 3, 45, 883));
  expect(new TextDecoder().decode(rest)).toBe("größe\n");
});

it("leaves a frame without a time as it is", () => {
  const bytes = new TextEncoder().encode("no time here");
  expect(takeStamp({ source: "stdout", bytes })).toEqual({ at: null, rest: bytes });
});
