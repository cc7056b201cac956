import { expect, test } from "vitest";
import { Stop } from "./say.mjs";
import { readStartOptions } from "./start-options.mjs";

const DEFAULTS = { front: null, port: null, json: false, system: true, help: false };

test("without options the choice is ours", () => {
  expect(readStartOptions([])).toEqual(DEFAULTS);
});

test.each([
  [["--web"], { front: "web" }],
  [["--electron"], { front: "electron" }],
  [["--json"], { front: "web", json: true }],
  [["--port", "8080"], { front: "web", port: "8080" }],
  [["--no-system"], { system: false }],
  [["-h"], { help: true }],
])("%j is understood", (argv, change) => {
  expect(readStartOptions(argv)).toEqual({ ...DEFAULTS, ...change });
});

test.each([
  [["--nonsense"]],
  [["extra"]],
  [["--port", "65536"]],
  [["--port", "x"]],
  [["--port"]],
  [["--electron", "--json"]],
  [["--electron", "--web"]],
])("%j is refused with exit code 2 and the usage", (argv) => {
  const refused = expect(() => readStartOptions(argv));
  refused.toThrow(Stop);
  refused.toThrow(expect.objectContaining({ exitCode: 2, message: expect.stringContaining("Usage:") }));
});
