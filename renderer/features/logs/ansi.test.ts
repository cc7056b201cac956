import fc from "fast-check";
import { expect, it } from "vitest";
import { parseAnsi, visibleText } from "./ansi.ts";
import { PLAIN } from "./sgr.ts";

const E = String.fromCharCode(0x1b);
const textOf = (line: string) =>
  parseAnsi(line)
    .map((segment) => segment.text)
    .join("");

it("leaves text without sequences as it is", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~äß世]*$/), (text) => {
      expect(parseAnsi(text)).toEqual([{ text, style: PLAIN }]);
    }),
  );
});

it("shows no control character, whatever comes", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(E, `${E}[`, `${E}[31`, `${E}]0;title`, "m", "\r"),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const line = pieces.join("");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(textOf(line)).not.toMatch(/[\x00-\x08\x0a-\x1f\x7f]/);
      expect(textOf(line)).toBe(visibleText(line));
    }),
  );
});

it("keeps every visible character around sequences", () => {
  const sequence = fc.constantFrom(
    `${E}[31m`,
    `${E}[0m`,
    `${E}[2K`,
    `${E}]0;title${String.fromCharCode(7)}`,
    `${E}(B`,
    `${E}[?25l`,
  );
  const text = fc.stringMatching(/^[a-z ]*$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(sequence, text)), (parts) => {
      expect(textOf(parts.flat().join(""))).toBe(parts.map(([, each]) => each).join(""));
    }),
  );
});

it("knows colours and styles, and where they end", () => {
  expect(parseAnsi(`${E}[1;31merror${E}[0m done`)).toEqual([
    { text: "error", style: { ...PLAIN, bold: true, foreground: 1 } },
    { text: " done", style: PLAIN },
  ]);
  expect(parseAnsi(`${E}[97;44mx${E}[39;49my`)).toEqual([
    { text: "x", style: { ...PLAIN, foreground: 15, background: 4 } },
    { text: "y", style: PLAIN },
  ]);
});

it("brings further colours to the nearest of the sixteen", () => {
  const foreground = (parameters: string) => parseAnsi(`${E}[${parameters}mx`)[0]?.style.foreground;
  expect(foreground("38;5;9")).toBe(9);
  expect(foreground("38;5;196")).toBe(9);
  expect(foreground("38;2;0;200;10")).toBe(2);
  expect(foreground("38:2:0:0:230")).toBe(4);
  expect(foreground("38;5")).toBeNull();
});

it("shows other control characters as their pictures, and keeps tabs", () => {
  expect(visibleText("a\tb\rc\u0000")).toBe("a\tb␍c␀");
});
