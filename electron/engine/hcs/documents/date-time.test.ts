import fc from "fast-check";
import { expect, it } from "vitest";
import { toStartStamp, toUnixMs } from "./date-time.ts";

it("gives the stamp that a text with all its digits was made from", () => {
  const epoch = 116_444_736_000_000_000n;
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 2_650_467_743_999_999_999n }), (stamp) => {
      const units = stamp - epoch;
      const rest = ((units % 10_000_000n) + 10_000_000n) % 10_000_000n;
      const seconds = Number((units - rest) / 10_000_000n);
      const text = `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${rest.toString().padStart(7, "0")}Z`;
      expect(toStartStamp(text)).toBe(stamp.toString());
      expect(toUnixMs(text)).toBe(seconds * 1000 + Number(rest / 10_000n));
    }),
  );
});

it("gives no stamp of a rounded time, but shows it", () => {
  for (const text of ["2026-11-22T10:00:00.123Z", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00.123456Z"]) {
    expect(toStartStamp(text)).toBeNull();
    expect(toUnixMs(text)).toBe(Date.parse("2026-11-22T10:00:00Z") + (text.includes(".") ? 123 : 0));
  }
});

it.each([undefined, "", "yesterday", "2026-99-22T10:00:00.1234567Z", "2026-11-22T10:00:00.1234567+02:00"])(
  "takes %j for no time",
  (text) => {
    expect(toStartStamp(text)).toBeNull();
    expect(toUnixMs(text)).toBeNull();
  },
);
