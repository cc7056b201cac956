import fc from "fast-check";
import { expect, test } from "vitest";
import { nulMessages } from "./nul-messages.ts";

test("texts come whole and in order, whatever the chunks", () => {
  const text = fc.string({ unit: "grapheme" }).map((part) => part.replaceAll("\0", ""));
  fc.assert(
    fc.property(fc.array(text), fc.integer({ min: 1, max: 9 }), (texts, size) => {
      const bytes = Buffer.from(texts.map((part) => `${part}\0`).join(""));
      const seen: string[] = [];
      const take = nulMessages((part) => seen.push(part));
      for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
      expect(seen).toEqual(texts);
    }),
  );
});
