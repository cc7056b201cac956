import fc from "fast-check";
import { expect, test } from "vitest";
import { branchesWith, branchPaths, copyOf, jsonLines, lineHas, parentIndex } from "./json-tree-model.ts";

const document = { Id: "ab12", HostConfig: { Binds: ["/srv:/data"], Empty: {} }, State: { Pid: 48213 } };

test("closed branches show themselves only; open ones what is in them, a level deeper", () => {
  expect(jsonLines(document, new Set()).map(({ path }) => path)).toEqual(["Id", "HostConfig", "State"]);
  const lines = jsonLines(document, new Set(["HostConfig", "HostConfig.Binds"]));
  expect(lines.map(({ path, depth }) => [path, depth])).toEqual([
    ["Id", 0],
    ["HostConfig", 0],
    ["HostConfig.Binds", 1],
    ["HostConfig.Binds[0]", 2],
    ["HostConfig.Empty", 1],
    ["State", 0],
  ]);
  expect(lines[4]).toMatchObject({ size: 0, open: false, position: 2, siblings: 2 });
});

test("a word opens the way to what has it, in keys and values", () => {
  expect([...branchesWith(document, "48213")]).toEqual(["State"]);
  expect([...branchesWith(document, "SRV")].sort()).toEqual(["HostConfig", "HostConfig.Binds"]);
  expect(lineHas("Pid", 48213, "482")).toBe(true);
});

test("copying gives a text as it is and the rest as JSON", () => {
  expect(copyOf("ab12")).toBe("ab12");
  expect(copyOf(document.State)).toBe('{\n  "Pid": 48213\n}');
});

test("the parent of a line is the nearest one above it that is less deep", () => {
  const lines = jsonLines(document, branchPaths(document));
  expect(lines[parentIndex(lines, 3)]?.path).toBe("HostConfig.Binds");
  expect(parentIndex(lines, 0)).toBe(-1);
});

test("with every branch open each value of any document is one line", () => {
  const count = (value: unknown): number =>
    typeof value === "object" && value !== null
      ? Object.values(value).reduce<number>((sum, one) => sum + 1 + count(one), 0)
      : 0;
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (any) => {
      expect(jsonLines(any, branchPaths(any)).length).toBeGreaterThanOrEqual(Object.keys(any).length);
      expect(jsonLines(any, branchPaths(any)).length).toBe(count(any));
    }),
  );
});
