import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LogBuffer, type TextChunk } from "./log-buffer.ts";

const chunk = (text: string, source: TextChunk["source"] = "stdout"): TextChunk => ({
  kind: "text",
  source,
  text,
  at: 1,
});
const textOf = (buffer: LogBuffer, lines = 1e6) =>
  buffer
    .tail(lines)
    .map((it) => (it.kind === "text" ? it.text : ""))
    .join("");

describe("LogBuffer", () => {
  it("gives back all of it when it fits, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab\n]{0,12}$/)), (texts) => {
        const buffer = new LogBuffer();
        for (const text of texts) buffer.append(chunk(text));
        expect(textOf(buffer)).toBe(texts.join(""));
      }),
    );
  });

  it("counts exactly the lines it had to drop", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const buffer = new LogBuffer(5000);
        for (let line = 0; line < count; line++) buffer.append(chunk(`line ${line}\n`));
        const tail = buffer.tail(count);
        const dropped = tail[0]?.kind === "dropped" ? tail[0].lines : 0;
        expect(dropped + tail.filter(({ kind }) => kind === "text").length).toBe(count);
        expect(tail.at(-1)).toMatchObject({ text: `line ${count - 1}\n` });
      }),
    );
  });

  it("gives the last lines alone, and then tells of no missing ones", () => {
    const buffer = new LogBuffer(2000);
    for (let line = 0; line < 100; line++) buffer.append(chunk(`${line}\n`));
    expect(buffer.tail(2)).toMatchObject([{ text: "98\n" }, { text: "99\n" }]);
  });

  it("joins what belongs to one line but keeps the sources apart", () => {
    const buffer = new LogBuffer();
    for (const part of [chunk("a"), chunk("b\n"), chunk("x", "stderr"), chunk("c")]) buffer.append(part);
    expect(buffer.tail(10)).toMatchObject([{ text: "ab\n" }, { text: "x", source: "stderr" }, { text: "c" }]);
  });

  it("stays within bounds over a long life", () => {
    const buffer = new LogBuffer(10_000);
    for (let line = 0; line < 20_000; line++) buffer.append(chunk(`${line}\n`));
    expect(buffer.tail(1e6).length).toBeLessThan(200);
    expect(textOf(buffer, 1)).toBe("19999\n");
  });
});
