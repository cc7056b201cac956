import fc from "fast-check";
import { expect, it } from "vitest";
import { readJson } from "./read-json.ts";

it("keeps 64-bit counters whole", () => {
  expect(readJson('{"a":18446744073709551615,"b":[9007199254740993],"c":-9223372036854775808}')).toEqual({
    a: 18446744073709551615n,
    b: [9007199254740993n],
    c: -9223372036854775808n,
  });
});

it("reads any JSON value as JSON.parse does, but for the digits that would lose", () => {
  const narrow = (_: string, value: unknown) => (typeof value === "bigint" ? Number(value) : value);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(readJson(text), narrow)).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

it("gives integers of any size back digit for digit, whatever lies around them", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("\u0001", "\u0001n12", "\u0001s", '"', "\\", "123456789012345678"),
  );
  fc.assert(
    fc.property(fc.bigInt(), word, word, (integer, key, text) => {
      const json = `[{${JSON.stringify(key)}:${integer}},${JSON.stringify(text)},${integer}]`;
      const small = integer >= -(2n ** 53n - 1n) && integer <= 2n ** 53n - 1n;
      const expected = small ? Number(integer) + 0 : integer;
      const [object, same, last] = [Object.fromEntries([[key, expected]]), text, expected];
      expect(readJson(json)).toEqual([object, same, last]);
    }),
  );
});

it.each([
  "",
  "{",
  "{a:1}",
  "[00012345678901234567890]",
  "[1,]",
  "nonsense",
  "12345678901234567890 5",
  '"\u0001n5"',
])("refuses what is no JSON: %j", (text) => {
  expect(() => readJson(text)).toThrow(SyntaxError);
});
