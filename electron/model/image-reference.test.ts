import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceProblem, suggestedReference } from "./image-reference.ts";

test.each([
  ["Alpine Mini-RootFS.tar.gz", "alpine-mini-rootfs:latest"],
  ["debian.tgz", "debian:latest"],
  ["...", "imported:latest"],
])("suggests a reference for %s", (file, reference) => {
  expect(suggestedReference(file)).toBe(reference);
});

test("a suggested reference is one, whatever the file is called", () => {
  fc.assert(fc.property(fc.string(), (name) => referenceProblem(suggestedReference(name)) === null));
});

test.each(["name", "team/name:1.2", "host:5000/name:x", "registry.example.com/a/b_c:V1"])(
  "%s is one",
  (ref) => {
    expect(referenceProblem(ref)).toBeNull();
  },
);

test.each([
  ["", /needed/],
  ["Name:1", /lower case/],
  ["name with blanks", /such as name:tag/],
  ["name:", /such as/],
  ["-name", /such as/],
  ["a".repeat(300), /At most 255/],
])("%j is none, with why", (ref, why) => {
  expect(referenceProblem(ref)).toMatch(why);
});
