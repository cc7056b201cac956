import fc from "fast-check";
import { expect, it } from "vitest";
import { OutputQueue } from "../../contract/output-queue.ts";
import type { OutputChunk } from "../../contract/streams.ts";
import { stampedTtyFeed } from "./tty-log-feed.ts";

const STAMP = "2026-11-21T22:03:45.883736057Z ";
const AT = Date.UTC(2026, 10, 21, 22, 3, 45, 883);

async function read(log: Uint8Array, size: number): Promise<readonly OutputChunk[]> {
  const queue = new OutputQueue(() => {}, 10_000_000);
  const feed = stampedTtyFeed(queue);
  for (let at = 0; at < log.length; at += size) feed.push(log.subarray(at, at + size));
  feed.end();
  queue.end();
  const chunks: OutputChunk[] = [];
  for await (const chunk of queue) chunks.push(chunk);
  return chunks;
}

const textOf = (chunks: readonly OutputChunk[]) =>
  chunks.map((chunk) => (chunk.kind === "text" ? chunk.text : "")).join("");

it("takes the time off each line, wherever the bytes are cut", async () => {
  const line = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replaceAll("\n", ""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1 }),
      fc.integer({ min: 1, max: 50 }),
      async (lines, size) => {
        const log = new TextEncoder().encode(lines.map((text) => `${STAMP}${text}\r\n`).join(""));
        const chunks = await read(log, size);
        expect(textOf(chunks)).toBe(lines.map((text) => `${text}\r\n`).join(""));
        expect(chunks.every((chunk) => chunk.kind === "text" && chunk.at === AT)).toBe(true);
      },
    ),
  );
});

it("takes it off the further pieces of a long line, too", async () => {
  const log = new TextEncoder().encode(`${STAMP}${"a".repeat(16_384)}${STAMP}bc\r\n${STAMP}d`);
  for (const size of [1000, 16_384, 100_000]) {
    expect(textOf(await read(log, size))).toBe(`${"a".repeat(16_384)}bc\r\nd`);
  }
});

it("leaves a log without times as it is", async () => {
  const log = new TextEncoder().encode("one\r\n2026-11-21 two\r\nthree");
  expect(textOf(await read(log, 7))).toBe("one\r\n2026-11-21 two\r\nthree");
});
