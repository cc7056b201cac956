import fc from "fast-check";
import { expect, it } from "vitest";
import { normaliseResult, resultCode } from "./hresult.ts";
import { RESULT_CODES } from "./hresult-table.ts";

it.each([
  [0x8037_0101, "HCS_E_IMAGE_MISMATCH"],
  [0xc037_0101, "HCS_E_IMAGE_MISMATCH"],
  [0xd037_0101, "HCS_E_IMAGE_MISMATCH"],
  [-1_070_137_082, "HCS_E_UNEXPECTED_EXIT"],
  [0xc035_1000, "HV_NOT_PRESENT"],
  [0x8035_1000, "HV_NOT_PRESENT"],
  [0xc000_0022, "STATUS_ACCESS_DENIED"],
  [0xd000_0022, "STATUS_ACCESS_DENIED"],
  [0x6be, "RPC_S_CALL_FAILED"],
  [0x8007_06be, "RPC_S_CALL_FAILED"],
])("knows %i as %s", (code, name) => {
  expect(resultCode(code)?.name).toBe(name);
});

it("takes success and unknown codes for what they are", () => {
  expect(normaliseResult(0)).toBe(0);
  expect(resultCode(0)).toBeNull();
  expect(resultCode(0x8000_ffff)).toBeNull();
});

it("has one entry per code, each normalised, with words that are sentences", () => {
  expect(new Set(RESULT_CODES.map(({ code }) => code)).size).toBe(RESULT_CODES.length);
  for (const { code, meaning, fix } of RESULT_CODES) {
    expect(normaliseResult(code)).toBe(code);
    for (const words of [meaning, fix ?? "Nothing."]) expect(words).toMatch(/^[A-Z].*[.)]$/);
  }
});

it("is the same again when applied twice, whatever the number, signed or not", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), (code) => {
      const once = normaliseResult(code);
      expect(normaliseResult(once)).toBe(once);
      expect(normaliseResult(code | 0)).toBe(once);
    }),
  );
});

it("finds every code of the service in all of its families", () => {
  const hcs = RESULT_CODES.filter(({ code }) => code >>> 16 === 0x8037);
  expect(hcs).toHaveLength(32);
  for (const { code, name } of hcs) {
    for (const family of [0x8037_0000, 0xc037_0000, 0xd037_0000]) {
      expect(resultCode((family | (code & 0xffff)) >>> 0)?.name).toBe(name);
    }
  }
});
