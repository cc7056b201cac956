import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OutputDecoder } from "./output-decoder.ts";

describe("OutputDecoder", () => {
  it("never splits a code point, however the bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.integer({ min: 1, max: 5 })),
        (text, sizes) => {
          fc.pre(!text.includes("\ufffd"));
          const decoder = new OutputDecoder(() => 7);
          const bytes = Buffer.from(text);
          const chunks = [];
          for (let at = 0, index = 0; at < bytes.length; index++) {
            const size = sizes[index % Math.max(1, sizes.length)] ?? 3;
            const data = bytes.subarray(at, at + size).toString("base64");
            chunks.push(decoder.decode({ event: "output", job: 1, source: "stdout", data }));
            at += size;
          }
          chunks.push(...decoder.end());
          const texts = chunks.flatMap((chunk) => chunk?.text ?? []);
          expect(texts.join("")).toBe(text);
          for (const part of texts) expect(part).not.toContain("\ufffd");
        },
      ),
    );
  });

  it("keeps the sources apart", () => {
    const decoder = new OutputDecoder(() => 7);
    const [first, second] = [Buffer.from([0xe2, 0x82]), Buffer.from([0xac])].map((part) =>
      part.toString("base64"),
    );
    expect(decoder.decode({ event: "output", job: 1, source: "stdout", data: first ?? "" })).toBeNull();
    const wrong = decoder.decode({ event: "output", job: 1, source: "stderr", data: "IQ==" });
    expect(wrong).toEqual({ kind: "text", source: "stderr", text: "!", at: 7 });
    expect(decoder.decode({ event: "output", job: 1, source: "stdout", data: second ?? "" })).toMatchObject({
      text: "€",
    });
  });
});
