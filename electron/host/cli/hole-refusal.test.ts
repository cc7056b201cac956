import { expect, test } from "vitest";
import type { LaunchHole } from "../../contract/hole.ts";
import { inWordsOfHoles } from "./hole-refusal.ts";

const HOLES: readonly LaunchHole[] = [
  { kind: "port", containerPort: 80, protocol: "tcp" },
  { kind: "folder", source: "/nope", target: "/x", readOnly: true },
];

const refused = (field: string) =>
  ({ code: "invalid", field, message: "it does not exist on the host" }) as const;

test("a refusal names the hole as it was given", () => {
  expect(inWordsOfHoles(refused("holes.1.source"), HOLES)).toMatchObject({ field: "The folder /nope" });
  expect(inWordsOfHoles(refused("holes.0"), HOLES)).toMatchObject({ field: "Port 80/tcp" });
});

test("what is about no hole stays as it is", () => {
  for (const field of ["name", "holes", "holes.7.source", ""]) {
    expect(inWordsOfHoles(refused(field), HOLES)).toEqual(refused(field));
  }
  const other = { code: "not-found", what: "engine", name: "x" } as const;
  expect(inWordsOfHoles(other, HOLES)).toBe(other);
});
