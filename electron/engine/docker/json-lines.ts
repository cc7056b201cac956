import { parseJson } from "./wire-answer.ts";

/**
 * The JSON values of a newline-separated stream, however it is cut into chunks. Lines that are no JSON are left out.
 * Throws what the stream throws; a broken connection ends that way, not quietly.
 */
export async function* jsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.map(parseJson).filter((value) => value !== undefined);
  }
  const last = parseJson(rest + decoder.decode());
  if (last !== undefined) yield last;
}
