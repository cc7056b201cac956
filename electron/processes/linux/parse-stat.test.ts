import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStat } from "./parse-stat.ts";

/** A line as the kernel writes it, with `fields` by their number in the manual page. */
function statLine(name: string, fields: Readonly<Record<number, string>> = {}): string {
  const rest = Array.from({ length: 52 - 3 }, (_, index) => fields[index + 4] ?? "0");
  return `4242 (${name}) S ${rest.join(" ")}\n`;
}

describe("parseStat", () => {
  it("takes each number from its own field", () => {
    const fields = {
      4: "17",
      9: "4194304",
      14: "30",
      15: "12",
      20: "3",
      22: "151159",
      24: "413",
      48: "140737270479575",
    };
    expect(parseStat(statLine("cat", fields))).toEqual({
      name: "cat",
      ppid: 17,
      kernelThread: false,
      cpuTicks: 42,
      threads: 3,
      start: "151159",
      rssPages: 413,
      argStart: "140737270479575",
    });
  });

  it("knows a kernel thread", () => {
    expect(parseStat(statLine("kthreadd", { 9: "2129984" }))?.kernelThread).toBe(true);
  });

  it("reads any name, also one that looks like the rest of the line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 64 }), fc.nat(), (name, start) => {
        const stat = parseStat(statLine(name, { 22: String(start) }));
        expect(stat?.name).toBe(name);
        expect(stat?.start).toBe(String(start));
      }),
    );
    expect(parseStat(statLine("a) S 1 2 (b"))?.name).toBe("a) S 1 2 (b");
  });

  it("keeps a start stamp exact beyond what a double holds", () => {
    expect(parseStat(statLine("x", { 22: "18446744073709551615" }))?.start).toBe("18446744073709551615");
  });

  it("refuses any line that was cut off before what is needed", () => {
    const line = statLine("sleep", { 24: "77" });
    const needed = line.indexOf("77") - 1;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: needed }), (length) => {
        expect(parseStat(line.slice(0, length))).toBeNull();
      }),
    );
  });
});
