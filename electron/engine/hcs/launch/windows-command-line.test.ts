import fc from "fast-check";
import { expect, it } from "vitest";
import { splitCommandLine } from "../fixtures/split-command-line.ts";
import { windowsCommandLine } from "./windows-command-line.ts";

it.each([
  [["ping", "localhost", "-t"], "ping localhost -t"],
  [["C:\\Program Files\\x.exe", "a b"], '"C:\\Program Files\\x.exe" "a b"'],
  [["x", ""], 'x ""'],
  [["x", 'say "hi"'], 'x "say \\"hi\\""'],
  [["x", "C:\\dir\\"], "x C:\\dir\\"],
  [["x", "C:\\my dir\\"], 'x "C:\\my dir\\\\"'],
  [["x", '\\"'], 'x "\\\\\\""'],
])("writes %j as %s", (argv, line) => {
  expect(windowsCommandLine(argv)).toBe(line);
});

it("is split into the same arguments again, whatever they hold", () => {
  const argument = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom("\\", '"', " ", "\t", "a", "ü") }),
  );
  const program = argument.map((text) => text.replaceAll('"', ""));
  fc.assert(
    fc.property(program, fc.array(argument), (first, rest) => {
      expect(splitCommandLine(windowsCommandLine([first, ...rest]))).toEqual([first, ...rest]);
    }),
    { numRuns: 500 },
  );
});
