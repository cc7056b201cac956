import { createHash } from "node:crypto";

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;

/** The line by which a file that was cut or changed is found. `sha256` is of all lines before it. */
export const endLine = (events: number, sha256: string): string => lineOf({ kind: "end", events, sha256 });

/** A whole recording as the text of its file, plain. Nothing is checked or masked. */
export function* sealedLines(header: object, events: Iterable<object>): Generator<string, void, undefined> {
  const hash = createHash("sha256");
  let count = -1;
  for (const value of [header, ...events]) {
    const line = lineOf(value);
    hash.update(line);
    count += 1;
    yield line;
  }
  yield endLine(count, hash.digest("hex"));
}
