import fc from "fast-check";
import { expect, it } from "vitest";
import { Demultiplexer, type Frame } from "./demux.ts";

const encode = ({ source, bytes }: Frame): Uint8Array => {
  const head = Buffer.alloc(8);
  head[0] = source === "stderr" ? 2 : 1;
  head.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([head, bytes]);
};

const frames = fc.array(
  fc.record({
    source: fc.constantFrom("stdout" as const, "stderr" as const),
    bytes: fc.uint8Array({ maxLength: 40 }),
  }),
);

it("gives back the same frames however the stream is cut", () => {
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(encode));
      const demultiplexer = new Demultiplexer();
      const got: Frame[] = [];
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const length = cuts[turn % cuts.length] ?? 1;
        got.push(...demultiplexer.push(stream.subarray(at, at + length)));
        at += length;
      }
      const plain = (list: readonly Frame[]) => list.map((frame) => ({ ...frame, bytes: [...frame.bytes] }));
      expect(plain(got)).toEqual(plain(sent));
    }),
  );
});

it("refuses bytes that cannot be frames instead of waiting for 4 GB", () => {
  expect(() => new Demultiplexer().push(new TextEncoder().encode("plain text"))).toThrow(/frame/);
});
