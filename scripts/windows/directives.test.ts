import { expect, test } from "vitest";
import { readDirectives } from "./directives.mjs";

test("without any, the whole surface is there and nothing is needed", () => {
  expect(readDirectives('import "x";')).toEqual({ computecore: "current", needs: [], leaves: null });
});

test("all are read, wherever a line begins with them", () => {
  const source = "// @computecore 1809\n// @needs dockerd\n\n// @leaves it is about crashes\n";
  expect(readDirectives(source)).toEqual({
    computecore: "1809",
    needs: ["dockerd"],
    leaves: "it is about crashes",
  });
});

test.each(["// @computecore 2016", "// @needs podman"])(
  "%j is refused: a misspelt one would be lost",
  (line) => {
    expect(() => readDirectives(line)).toThrow();
  },
);
