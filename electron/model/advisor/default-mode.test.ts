import { expect, it } from "vitest";
import { assumedHost } from "./assumed.ts";
import { DEFAULT_TABLE, defaultMode } from "./default-mode.ts";

const CASES = [
  [{ os: "linux" }, "default-on-linux", "process"],
  [{ sku: "server" }, "default-on-server", "process"],
  [{ build: 22_631 }, "default-on-client", "hyperv"],
  [{ build: 26_100 }, "default-unknown", null],
] as const;

it.each(CASES)("without an engine's word %j gets %s", (given, id, isolation) => {
  expect(defaultMode(assumedHost(given))).toMatchObject({ isolation, rule: { id } });
});

it("hits every row", () => {
  expect(DEFAULT_TABLE.map(({ id }) => id)).toEqual(CASES.map(([, id]) => id));
});

it("an engine's own word comes first, with where it comes from", () => {
  const engine = {
    title: "Docker",
    defaultIsolation: "hyperv",
    defaultIsolationFrom: "Its exec-opts.",
  } as const;
  expect(defaultMode(assumedHost({ sku: "server" }), engine)).toMatchObject({
    isolation: "hyperv",
    rule: { id: "default-of-engine", says: "Its exec-opts." },
  });
});
