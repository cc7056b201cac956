import fc from "fast-check";
import { expect, test } from "vitest";
import { joinCommand, splitCommand } from "./command-line.ts";

test("splits at blanks", () => {
  expect(splitCommand("  ping  -c 3\tlocalhost\n")).toEqual({ argv: ["ping", "-c", "3", "localhost"] });
});

test("keeps what is quoted together, also in the middle of a word", () => {
  expect(splitCommand(`sh -c 'echo "a b"' x"y z"w ''`)).toEqual({
    argv: ["sh", "-c", 'echo "a b"', "xy zw", ""],
  });
});

test("escapes as POSIX does", () => {
  expect(splitCommand(String.raw`a\ b "c\"d\$e\f" 'g\h'`)).toEqual({
    argv: ["a b", String.raw`c"d$e\f`, String.raw`g\h`],
  });
});

test.each([
  ["echo 'a", 5],
  ['echo "a\\"', 5],
  ["echo \\", 5],
])("says where %s is left open", (text, at) => {
  expect(splitCommand(text)).toMatchObject({ at });
});

test("no text means no arguments", () => {
  expect(splitCommand(" \n")).toEqual({ argv: [] });
});

test("what is joined splits into the same arguments", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (argv) => {
      expect(splitCommand(joinCommand(argv))).toEqual({ argv });
    }),
  );
});

test("any text splits or says where it fails", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const split = splitCommand(text);
      if ("error" in split) expect(split.at).toBeLessThan(text.length);
      else expect(splitCommand(joinCommand(split.argv))).toEqual(split);
    }),
  );
});
