import fc from "fast-check";
import { expect, it } from "vitest";
import { containerPath, imagePath } from "./ids.ts";
import { queryString } from "./wire-query.ts";

const outcome = (make: () => string) => {
  try {
    return make();
  } catch {
    return null;
  }
};

it("never lets an id or a reference reach another path", () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom("..", "../x", "a/../b", "a/./b", "%2e%2e", "a?b", "a#b", "a b"),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const base = "http://docker";
      const container = outcome(() => containerPath(text, "/json"));
      if (container !== null) expect(new URL(base + container).pathname).toBe(`/containers/${text}/json`);
      const image = outcome(() => imagePath(text, "/json"));
      if (image !== null)
        expect(decodeURIComponent(new URL(base + image).pathname)).toBe(`/images/${text}/json`);
    }),
  );
});

it("takes the references there are", () => {
  expect(imagePath("host:5000/team/name:1.2@sha256:ab")).toBe(
    "/images/host%3A5000/team/name%3A1.2%40sha256%3Aab",
  );
  expect(imagePath(`sha256:${"a".repeat(64)}`)).toContain("sha256%3A");
});

it("encodes every query value and repeats lists", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string())), (query) => {
      const parsed = new URLSearchParams(queryString(query));
      for (const [name, values] of Object.entries(query)) expect(parsed.getAll(name)).toEqual(values);
    }),
  );
  expect(queryString({ all: true, t: 0, name: undefined })).toBe("?all=1&t=0");
});
