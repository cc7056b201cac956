import fc from "fast-check";
import { expect, test } from "vitest";
import { losesInOldPowerShell, quoteForPowerShell, splitPowerShell } from "./powershell.ts";

test("leaves alone what PowerShell reads as it stands", () => {
  for (const word of ["8080:80", "C:\\src:C:\\src:ro", "--isolation=hyperv", "\\\\.\\pipe\\x", "-d"])
    expect(quoteForPowerShell(word)).toBe(word);
});

test.each([
  ["a b", "'a b'"],
  ["it's", "'it''s'"],
  ["it’s", "'it’’s'"],
  ["", "''"],
  ["$env:A", "'$env:A'"],
  ["a,b", "'a,b'"],
  ["-foo.bar", "'-foo.bar'"],
  ["@x", "'@x'"],
])("%s is quoted as %s", (argument, quoted) => {
  expect(quoteForPowerShell(argument)).toBe(quoted);
});

test("reads both quotes, doubled ones, backticks and lines that go on", () => {
  const text = 'docker run `\r\n  -e "A=say ""hi"" `"you`"" -e \'B=it\'\'s\' x`ty';
  expect(splitPowerShell(text)).toEqual({
    argv: ["docker", "run", "-e", 'A=say "hi" "you"', "-e", "B=it's", "x\ty"],
  });
});

test.each([
  ["a 'b", 2],
  ['a "b', 2],
  ["a `", 2],
])("says where %s is left open", (text, at) => {
  expect(splitPowerShell(text)).toMatchObject({ at });
});

test("what is quoted is read as the same arguments", () => {
  const word = fc.string({
    unit: fc.oneof(fc.constantFrom(..."'\"‘’„`$ \\-:,@\n"), fc.string({ maxLength: 1 })),
  });
  fc.assert(
    fc.property(fc.array(word), (argv) => {
      expect(splitPowerShell(argv.map(quoteForPowerShell).join(" "))).toEqual({ argv });
    }),
  );
});

test("names what Windows PowerShell 5.1 would damage", () => {
  expect(["", 'say "hi"', "C:\\a b\\"].map(losesInOldPowerShell)).toEqual([true, true, true]);
  expect(["a b", "C:\\a\\", "it's"].map(losesInOldPowerShell)).toEqual([false, false, false]);
});
