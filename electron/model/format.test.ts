import { expect, test } from "vitest";
import {
  cutMiddle,
  formatBytes,
  formatDuration,
  formatPercent,
  formatRss,
  plural,
  shownName,
} from "./format.ts";

test.each([
  [null, "–"],
  [0, "0 B"],
  [999, "999 B"],
  [1_500, "1.5 kB"],
  [41_800_000, "41.8 MB"],
  [372_000_000, "372 MB"],
  [999_600_000, "1.0 GB"],
  [2_100_000_000, "2.1 GB"],
])("%s bytes are %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test.each([
  [4_000, "4 s"],
  [720_000, "12 min"],
  [3_720_000, "1 h 02 min"],
  [273_600_000, "3 d 4 h"],
  [-5, "0 s"],
])("%i ms are %s", (ms, text) => expect(formatDuration(ms)).toBe(text));

test("resident memory as ps prints it, and what is unknown is never 0", () => {
  expect(formatRss(3_250_000)).toBe("3.1M");
  expect(formatRss(900_000)).toBe("879K");
  expect(formatRss(null)).toBe("–");
  expect(formatPercent(null)).toBe("–");
});

test("counts agree with their noun", () => {
  expect(plural(1, "process", "processes")).toBe("1 process");
  expect(plural(0, "micro-VM")).toBe("0 micro-VMs");
});

test("a long text loses its middle, never half a character", () => {
  expect(cutMiddle("TCG (emulation)", 15)).toBe("TCG (emulation)");
  expect(cutMiddle("TCG: no access to the device: Permission denied", 21)).toBe("TCG: no acce…n denied");
  expect([...cutMiddle("🦆".repeat(50), 9)]).toHaveLength(9);
});

test("an id in a name's place is told by both its ends, a name by all of it", () => {
  expect(shownName(`5eed${"0".repeat(56)}0002`)).toBe("5eed0000…0002");
  expect(shownName("ping-hyperv")).toBe("ping-hyperv");
});
