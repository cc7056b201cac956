import { expect, it } from "vitest";
import { LineInput } from "./line-input.ts";

function typed(...texts: readonly string[]) {
  const heard = { echo: "", sent: [] as string[], ended: 0 };
  const input = new LineInput({
    echo: (text) => {
      heard.echo += text;
    },
    send: (text) => heard.sent.push(text),
    end: () => {
      heard.ended += 1;
    },
  });
  for (const text of texts) input.type(text);
  return heard;
}

it("sends whole lines and shows what is typed", () => {
  expect(typed("a", "b", "\r", "c")).toEqual({ echo: "ab\r\nc", sent: ["ab\n"], ended: 0 });
});

it("takes back a character, also a wide one, and nothing before the line", () => {
  expect(typed("a😀", "\u007f", "\u007f", "\u007f", "b\r").sent).toEqual(["b\n"]);
});

it("ends the input by Ctrl+D on an empty line only", () => {
  expect(typed("x", "\u0004").ended).toBe(0);
  expect(typed("\u0004").ended).toBe(1);
});

it("sends pasted lines each, and leaves arrows out", () => {
  expect(typed("one\r\ntwo\n", "\u001b[A", "\r").sent).toEqual(["one\n", "two\n", "\n"]);
});
