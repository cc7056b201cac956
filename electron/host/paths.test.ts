import { expect, test } from "vitest";
import { choosePaths } from "./paths.ts";

const facts = { env: {}, uid: 1000, home: "/home/ana", tmp: "/tmp" };

test("one variable moves everything", () => {
  expect(choosePaths({ ...facts, env: { ISOSCOPE_HOME: "/x" } })).toEqual({
    state: "/x/state",
    cache: "/x/cache",
    run: "/x/run",
  });
});

test("two homes may share a cache", () => {
  const env = { ISOSCOPE_HOME: "/x", ISOSCOPE_CACHE: "/shared" };
  expect(choosePaths({ ...facts, env })).toMatchObject({ state: "/x/state", cache: "/shared" });
});

test("root uses the system's folders, which a worker without rights can reach", () => {
  expect(choosePaths({ ...facts, uid: 0 }).cache).toBe("/var/cache/isoscope");
});

test("a user's folders follow the desktop's conventions", () => {
  expect(choosePaths(facts)).toEqual({
    state: "/home/ana/.local/state/isoscope",
    cache: "/home/ana/.cache/isoscope",
    run: "/tmp/isoscope-1000",
  });
  expect(choosePaths({ ...facts, env: { XDG_RUNTIME_DIR: "/run/user/1000" } }).run).toBe(
    "/run/user/1000/isoscope",
  );
});
