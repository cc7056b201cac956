import { expect, test } from "vitest";
import { needsEngines } from "./cli-needs.mjs";

test.each([
  ["help"],
  ["--help"],
  ["version"],
  ["completion", "bash"],
  ["run", "--help"],
  ["advise", "--host-build", "20348", "--image-build=17763"],
  ["advise", "--host-sku=server"],
  ["ps", "--host", "http://127.0.0.1:47800"],
  [],
])("%s %s installs and compiles nothing", (...args) => {
  expect(needsEngines(args)).toBe(false);
});

test.each([["ps"], ["advise", "debian:12"], ["run", "debian:12", "ls", "--help"], ["scene", "--json"]])(
  "%s %s needs the engines",
  (...args) => {
    expect(needsEngines(args)).toBe(true);
  },
);
