import fc from "fast-check";
import { expect, test } from "vitest";
import { SiloClaims } from "./silo-claims.ts";

test("a silo is the one's that claims it, and nobody's while two do", () => {
  const claims = new SiloClaims();
  claims.set("docker/a", "a", [7]);
  expect(claims.of("docker/a")).toEqual([7]);
  claims.set("docker/b", "b", [8, 7]);
  expect([claims.of("docker/a"), claims.of("docker/b")]).toEqual([[], [8]]);
  claims.set("docker/b", "b", [8]);
  expect([claims.of("docker/a"), claims.of("docker/b")]).toEqual([[7], [8]]);
});

test("two rows of one container do not dispute", () => {
  const claims = new SiloClaims();
  claims.set("docker/a", "a", [7]);
  claims.set("podman/a", "a", [7]);
  expect([claims.of("docker/a"), claims.of("podman/a")]).toEqual([[7], [7]]);
});

test("collects the rows that claim a silo, disputed or not", () => {
  const claims = new SiloClaims();
  claims.set("docker/a", "a", [7]);
  claims.set("docker/b", "b", [7]);
  const keys = new Set<string>();
  claims.collect([7, 9], keys);
  expect([...keys]).toEqual(["docker/a", "docker/b"]);
});

test("the same claim again changes nothing", () => {
  const claims = new SiloClaims();
  claims.set("docker/a", "a", [7, 8]);
  expect(claims.takeChanged()).toEqual(["docker/a"]);
  claims.set("docker/a", "a", [8, 7]);
  claims.set("docker/b", "b", []);
  expect(claims.takeChanged()).toEqual([]);
});

const KEYS = ["x/a", "y/a", "x/b", "x/c"];
const anyStep = fc.record({
  key: fc.constantFrom(...KEYS),
  silos: fc.uniqueArray(fc.constantFrom(7, 8, 9), { maxLength: 3 }),
});
const containerOf = (key: string) => key.slice(2);

test("after any claims, each has what no other container claims, and is told when that changed", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
      const claims = new SiloClaims();
      const now = new Map<string, readonly number[]>();
      const told = new Map<string, string>();
      for (const { key, silos } of steps) {
        claims.set(key, containerOf(key), silos);
        now.set(key, silos);
        const changed = claims.takeChanged();
        for (const each of KEYS) {
          const others = [...now].filter(([other]) => containerOf(other) !== containerOf(each));
          const own = (now.get(each) ?? []).filter((silo) => others.every(([, one]) => !one.includes(silo)));
          expect([...claims.of(each)].sort()).toEqual([...own].sort());
          const text = [...own].sort().join();
          if (text !== (told.get(each) ?? "")) expect(changed).toContain(each);
          told.set(each, text);
        }
      }
    }),
  );
});
