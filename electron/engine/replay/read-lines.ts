import { createHash } from "node:crypto";
import type { RecordingLimits } from "./limits.ts";
import { damaged, tooLarge } from "./recording-failures.ts";

export interface Line {
  readonly text: string;
  /** SHA-256 of all lines before this one. */
  sha256Before(): string;
}

const NEWLINE = 0x0a;

/** Bytes to lines. What follows the last newline is no line: the writer ends each with one. */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  limits: RecordingLimits,
): AsyncGenerator<Line, void, undefined> {
  const hash = createHash("sha256");
  let rest: Uint8Array[] = [];
  let [total, held] = [0, 0];
  for await (const chunk of source) {
    total += chunk.length;
    if (total > limits.textBytes) throw tooLarge("it unpacks to", limits.textBytes);
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end + 1)]);
      if (line.length > limits.lineBytes) throw tooLarge("one line has", limits.lineBytes);
      yield { text: textOf(line), sha256Before: () => hash.copy().digest("hex") };
      hash.update(line);
      from = end + 1;
      rest = [];
      held = 0;
    }
    rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > limits.lineBytes) throw tooLarge("one line has", limits.lineBytes);
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function textOf(line: Uint8Array): string {
  try {
    return decoder.decode(line.subarray(0, -1));
  } catch {
    throw damaged("it is not text.");
  }
}
