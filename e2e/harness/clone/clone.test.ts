import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "./decode.ts";
import { type AnyFunction, encode } from "./encode.ts";

const cross = (value: unknown) => decode(encode(value));

test("whatever structured clone copies arrives as it copies it", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: false,
    withObjectString: false,
  });
  fc.assert(
    fc.property(anything, (value) => {
      expect(cross(value)).toEqual(structuredClone(value));
    }),
  );
});

test("references shared and circular stay so", () => {
  const shared = { name: "one" };
  const ring: { again?: unknown; readonly parts: readonly unknown[] } = { parts: [shared, shared] };
  ring.again = ring;
  const copy = cross(ring);
  if (typeof copy !== "object" || copy === null || !("parts" in copy && "again" in copy)) throw new Error();
  expect(copy.again).toBe(copy);
  expect(Array.isArray(copy.parts) && copy.parts[0] === copy.parts[1]).toBe(true);
});

test("what JSON alone would lose is kept", () => {
  const value = [
    undefined,
    Number.NaN,
    -0,
    Number.NEGATIVE_INFINITY,
    7n,
    /a+/gi,
    new Date(5),
    new Date("no"),
  ];
  expect(cross(value)).toEqual(value);
  expect(cross(new TypeError("no"))).toMatchObject({ name: "TypeError", message: "no" });
  expect(cross(JSON.parse('{"__proto__":{"a":1}}'))).toEqual(JSON.parse('{"__proto__":{"a":1}}'));
});

test.each([[() => 1], [Symbol("s")], [Promise.resolve()], [new WeakMap()], [{ deep: [() => 1] }]])(
  "%o is refused as structured clone refuses it",
  (value) => {
    expect(() => structuredClone(value)).toThrow();
    expect(() => encode(value)).toThrow(/could not be cloned/);
  },
);

test("functions cross by number where they are kept", () => {
  const kept: AnyFunction[] = [];
  const text = encode({ run: (by: unknown) => Number(by) * 2 }, (value) => kept.push(value) - 1);
  const copy = decode(
    text,
    (id) =>
      (...args) =>
        kept[id]?.(...args),
  );
  expect(copy).toEqual({ run: expect.any(Function) });
  if (typeof copy !== "object" || copy === null || !("run" in copy) || typeof copy.run !== "function")
    throw new Error();
  expect(copy.run(21)).toBe(42);
});
