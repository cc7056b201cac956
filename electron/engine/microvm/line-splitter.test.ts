import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

/** The same bytes in pieces of the given sizes. */
function pieces(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const cut: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    cut.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...cut, bytes.subarray(at)];
}

describe("LineSplitter", () => {
  it("gives the same lines however the bytes are cut", () => {
    const lines = fc.array(
      fc.string({ unit: "grapheme", maxLength: 20 }).map((line) => line.replaceAll("\n", "")),
    );
    fc.assert(
      fc.property(lines, fc.array(fc.nat({ max: 9 })), (wanted, sizes) => {
        const splitter = new LineSplitter(1000);
        const bytes = Buffer.from(wanted.map((line) => `${line}\n`).join(""));
        expect(pieces(bytes, sizes).flatMap((piece) => splitter.push(piece))).toEqual(wanted);
      }),
    );
  });

  it("drops a line over the limit whole and goes on with the next", () => {
    const splitter = new LineSplitter(5);
    expect(splitter.push(Buffer.from("short\nmuch too"))).toEqual(["short"]);
    expect(splitter.push(Buffer.from(" long\nnext\n"))).toEqual(["next"]);
  });
});
