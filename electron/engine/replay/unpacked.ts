import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { RecordingLimits } from "./limits.ts";
import { damaged, tooLarge } from "./recording-failures.ts";

/** Told when a gzip file ends before it should. */
export interface Cut {
  cut: boolean;
}

/** A recording's bytes, unpacked where they are gzip. A packed file that was cut gives what it holds and tells it. */
export async function* unpacked(
  source: AsyncIterable<Uint8Array>,
  limits: RecordingLimits,
  told: Cut,
): AsyncGenerator<Uint8Array, void, undefined> {
  const counted = withLimit(source, limits);
  const first = await counted.next();
  if (first.done) return;
  const all = startingWith(first.value, counted);
  if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* gunzipped(all, told);
  else yield* all;
}

async function* withLimit(source: AsyncIterable<Uint8Array>, { fileBytes }: RecordingLimits) {
  let total = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of source) {
    total += chunk.length;
    if (total > fileBytes) throw tooLarge("it has", fileBytes);
    // The kind is told by two bytes, which may come in two parts.
    head = Buffer.concat([head, chunk]);
    if (total < 2) continue;
    yield head;
    head = Buffer.alloc(0);
  }
  if (head.length > 0) yield head;
}

async function* startingWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first;
  yield* rest;
}

async function* gunzipped(source: AsyncIterable<Uint8Array>, told: Cut) {
  const input = Readable.from(source);
  const gunzip = createGunzip();
  input.on("error", (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    for await (const chunk of gunzip) if (chunk instanceof Uint8Array) yield chunk;
  } catch (thrown) {
    if (!(thrown instanceof Error) || !("code" in thrown) || !String(thrown.code).startsWith("Z_"))
      throw thrown;
    if (thrown.code !== "Z_BUF_ERROR") throw damaged("it is damaged.", thrown.message);
    told.cut = true;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}
