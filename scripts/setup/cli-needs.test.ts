import { expect, test } from "vitest";
import { needsEngines, targetsOf } from "./cli-needs.mjs";

test.each([
  ["help"],
  ["--help"],
  ["version"],
  ["completion", "bash"],
  ["run", "--help"],
  ["advise", "--host-build", "20348", "--image-build=17763"],
  ["advise", "--image-os=linux"],
  ["ps", "--host", "http://127.0.0.1:47800"],
  ["ps", "--quiet", "--no-start"],
  [],
])("%s %s installs nothing and compiles nothing native", (...args) => {
  expect(needsEngines(args)).toBe(false);
  expect(targetsOf(args)).toEqual(["node"]);
});

test.each([["ps"], ["advise", "debian:12"], ["run", "debian:12", "ls", "--help"], ["scene", "--json"]])(
  "%s %s needs the engines",
  (...args) => {
    expect(needsEngines(args)).toBe(true);
    expect(targetsOf(args)).toEqual(["addon", "guest", "node"]);
  },
);

test("what serves pages needs them", () => {
  expect(targetsOf(["serve"])).toEqual(["addon", "guest", "node", "renderer"]);
  expect(targetsOf(["replay", "seed"])).toEqual(["node", "renderer"]);
});
