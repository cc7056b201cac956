import fc from "fast-check";
import { expect, it } from "vitest";
import { toEvent } from "./events.ts";
import { jsonLines } from "./json-lines.ts";

it("reads the old shape and the new one as the same event", () => {
  const old = { status: "die", id: "ab12", Type: "container" };
  const now = { Action: "die", Actor: { ID: "ab12", Attributes: { exitCode: "137" } }, Type: "container" };
  const expected = { kind: "container", id: "ab12", action: "die" };
  expect([toEvent(old), toEvent(now)]).toEqual([expected, expected]);
});

it.each(["destroy", "remove", "start", "die", "pause", "rename", "oom", "create"])(
  "takes %s as a hint",
  (Action) => {
    expect(toEvent({ Type: "container", Action, Actor: { ID: "ab12" } })).not.toBeNull();
  },
);

it.each([
  "top",
  "exec_create: sh",
  "exec_start: sh",
  "exec_die",
  "exec",
  "exec_died",
  "attach",
  "resize",
  "health_status: healthy",
])("ignores %s, which changes nothing", (Action) => {
  expect(toEvent({ Type: "container", Action, Actor: { ID: "ab12" } })).toBeNull();
});

it("ignores networks, volumes and nonsense", () => {
  expect(toEvent({ Type: "network", Action: "connect", Actor: { ID: "n" } })).toBeNull();
  fc.assert(fc.property(fc.jsonValue(), (value) => void toEvent(value)));
});

it("reads lines of JSON however they are cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 7 }), async (values, size) => {
      const bytes = new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(""));
      async function* cut() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const got: unknown[] = [];
      for await (const value of jsonLines(cut())) got.push(value);
      expect(JSON.stringify(got)).toBe(JSON.stringify(values));
    }),
  );
});
