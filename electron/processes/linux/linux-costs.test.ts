import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostProcess } from "../../contract/fixtures/rows.ts";
import { linuxCosts } from "./linux-costs.ts";
import { parseSmapsRollup } from "./parse-smaps-rollup.ts";
import { parseStat } from "./parse-stat.ts";

const ROLLUP = `55d0c0000000-7ffd00000000 ---p 00000000 00:00 0                          [rollup]
Rss:                1644 kB
Pss:                 229 kB
Pss_Dirty:           116 kB
Pss_Anon:            116 kB
Shared_Clean:       1488 kB
Private_Clean:        40 kB
Private_Dirty:       116 kB
Swap:                  0 kB
`;

describe("smaps_rollup", () => {
  test("its private pages and its proportional set, in bytes", () => {
    expect(parseSmapsRollup(ROLLUP)).toEqual({ privateBytes: 156 * 1024, proportionalBytes: 229 * 1024 });
  });

  test("of any other text is null", () => {
    expect(parseSmapsRollup("")).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseSmapsRollup(text)).toBeNull();
      }),
    );
  });
});

describe.runIf(process.platform === "linux")("this very process", () => {
  const stat = parseStat(readFileSync("/proc/self/stat", "utf8"));
  const self = hostProcess({ pid: process.pid, start: stat?.start ?? "" });
  const costs = linuxCosts(Date.now);

  test("its memory is told, no more than all it has", async () => {
    const { privateBytes, proportionalBytes, why } = await costs.memory(self, false);
    expect(why).toBeNull();
    expect(privateBytes).toBeGreaterThan(1024 * 1024);
    expect(proportionalBytes).toBeGreaterThanOrEqual(privateBytes ?? 0);
  });

  test("another process of the same number is not it", async () => {
    expect(await costs.memory({ ...self, start: "1" }, false)).toMatchObject({ privateBytes: null });
  });

  test("one that is gone is told as such", async () => {
    const { why } = await costs.memory(hostProcess({ pid: 4_194_304 }), false);
    expect(why).toContain("ended");
  });

  test("it began before now, and not before the host", async () => {
    const at = (await costs.startedAt(self)) ?? 0;
    const uptime = Number.parseFloat(readFileSync("/proc/uptime", "utf8"));
    expect(at).toBeLessThanOrEqual(Date.now());
    expect(at).toBeGreaterThan(Date.now() - uptime * 1000 - 1000);
  });
});
