import { expect, test } from "vitest";
import { isNodeSupported, npmCommand, sameTree } from "./packages.mjs";

const lock = (packages: object) => JSON.stringify({ packages });
const WANTED = lock({
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0", optional: true },
});

test("what was installed by hand to the letter needs no second installation", () => {
  const installed = lock({ "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" } });
  expect(sameTree(WANTED, installed)).toBe(true);
});

test("an optional package of another system may be missing", () => {
  expect(sameTree(WANTED, lock({ "node_modules/a": { version: "1.0.0" } }))).toBe(true);
});

test("an optional package of this system may be installed that the lock was made without", () => {
  const own = { "node_modules/a-linux": { version: "1.0.0", optional: true } };
  expect(sameTree(WANTED, lock({ "node_modules/a": { version: "1.0.0" }, ...own }))).toBe(true);
});

test.each([
  ["a missing package", lock({})],
  ["another version", lock({ "node_modules/a": { version: "1.0.1" } })],
  [
    "a stray package",
    lock({ "node_modules/a": { version: "1.0.0" }, "node_modules/c": { version: "1.0.0" } }),
  ],
  ["nothing installed", ""],
  ["a torn file", "{"],
])("%s is not what the lock asks for", (_what, installed) => {
  expect(sameTree(WANTED, installed)).toBe(false);
});

test("npm is started as we were started by it, without a shell", () => {
  expect(npmCommand({ npm_execpath: "/n/npm-cli.js" })).toEqual({
    program: process.execPath,
    args: ["/n/npm-cli.js"],
  });
  expect(npmCommand({})).toEqual({ program: "npm", args: [] });
});

test.each([
  ["20.19.0", true],
  ["22.0.0", true],
  ["20.18.3", false],
  ["18.20.0", false],
])("Node %s is supported: %s", (version, supported) => {
  expect(isNodeSupported(version)).toBe(supported);
});
