import { expect, test } from "vitest";
import { installArguments, planInstall } from "./install-plan.mjs";

const SITUATION = {
  missing: ["docker.io", "lz4"],
  allowed: true,
  apt: true,
  root: false,
  sudo: true,
  terminal: true,
  declined: "",
};

test("with nothing missing nothing happens, whatever else holds", () => {
  expect(planInstall({ ...SITUATION, missing: [], root: true })).toEqual({ kind: "nothing" });
});

test("root installs at once", () => {
  expect(planInstall({ ...SITUATION, root: true, terminal: false, sudo: false })).toEqual({
    kind: "install",
  });
});

test("anybody else is asked", () => {
  expect(planInstall(SITUATION)).toEqual({ kind: "ask" });
});

test.each([
  ["--no-system", { allowed: false, root: true }],
  ["apt-get", { apt: false, root: true }],
  ["terminal", { terminal: false }],
  ["sudo", { sudo: false }],
  ["no before", { declined: "docker.io lz4" }],
])("nothing is installed, and %s is the reason given", (word, change) => {
  expect(planInstall({ ...SITUATION, ...change })).toEqual({
    kind: "tell",
    because: expect.stringContaining(word),
  });
});

test("a no to other packages does not count for these", () => {
  expect(planInstall({ ...SITUATION, declined: "docker.io" })).toEqual({ kind: "ask" });
});

test("only what was asked for is installed, nothing that is merely recommended", () => {
  expect(installArguments(["a", "b"])).toEqual(["install", "-y", "--no-install-recommends", "a", "b"]);
});
