import fc from "fast-check";
import { expect, test } from "vitest";
import { hostProcess, insideProcess } from "../contract/fixtures/rows.ts";
import { processColumns } from "./process-columns.ts";
import { toInt } from "./windows-columns.ts";

const host = processColumns("win32", "host");
const inside = processColumns("win32", "inside");
const texts = (row: ReturnType<typeof hostProcess>) => host.map((column) => column.text(row));

/** The row Microsoft's page on isolation modes prints. */
const ping = hostProcess({
  pid: 3964,
  name: "PING.EXE",
  cpuMs: 31.25,
  rssBytes: 3_836 * 1024,
  windows: {
    handles: 67,
    nonPagedBytes: 5_352,
    pagedBytes: 820 * 1024,
    virtualBytes: 2_097_171 * 1024 * 1024,
    sessionId: 3,
    siloId: null,
  },
});

test("the host's side is Get-Process: names, order, units", () => {
  expect(host.map(({ title }) => title)).toEqual([
    "Handles",
    "NPM(K)",
    "PM(K)",
    "WS(K)",
    "VM(M)",
    "CPU(s)",
    "Id",
    "SI",
    "ProcessName",
  ]);
  expect(texts(ping)).toEqual(["67", "5", "820", "3836", "2097171", "0.03", "3964", "3", "PING"]);
  expect(texts({ ...ping, cpuMs: 1_038_236 })).toContain("1,038.24");
});

test("the inside is docker top of Windows", () => {
  const row = insideProcess({ name: "PING.EXE", pid: 1732, cpuMs: 31.4, rssBytes: 606_208 });
  expect(inside.map((column) => [column.title, column.text(row)])).toEqual([
    ["Name", "PING.EXE"],
    ["PID", "1732"],
    ["CPU", "00:00:00.031"],
    ["Private Working Set", "606.2kB"],
  ]);
  const old = { ...row, cpuMs: 3_600_000 * 25 + 61_002, rssBytes: 2_015_232 };
  expect(inside.slice(2).map((column) => column.text(old))).toEqual(["25:01:01.002", "2.015MB"]);
});

test("a value that is not there is a dash and says why, never 0", () => {
  const none = {
    ...{ handles: null, nonPagedBytes: null, pagedBytes: null, virtualBytes: null },
    ...{ sessionId: null, siloId: null },
  };
  const bare = hostProcess({ pid: 4, name: "System", cpuMs: null, rssBytes: null, windows: none });
  expect(texts(bare)).toEqual(["–", "–", "–", "–", "–", "–", "4", "–", "System"]);
  expect(host[0]?.hint?.(bare)).toBe("This Windows did not tell it.");
  expect(host[0]?.hint?.({ ...bare, unreadable: "Access is denied." })).toBe("Access is denied.");
  expect(host[0]?.hint?.(ping)).toBeNull();
});

test("a process's hint names its server silo, where it is in one", () => {
  const hint = (siloId: number | null) => {
    const windows = ping.windows && { ...ping.windows, siloId };
    return host.at(-1)?.hint?.({ ...ping, command: "ping -t", windows });
  };
  expect([hint(7), hint(0), hint(null)]).toEqual(["ping -t: server silo 7", "ping -t", "ping -t"]);
});

test("KiB are rounded as [int] does: a half to the even neighbour", () => {
  expect([512, 1536, 2560, 511, 513].map((bytes) => toInt(bytes / 1024))).toEqual([0, 2, 2, 0, 1]);
  fc.assert(
    fc.property(fc.nat({ max: 1e12 }), (bytes) => {
      const whole = toInt(bytes / 1024);
      expect(Math.abs(whole - bytes / 1024)).toBeLessThanOrEqual(0.5);
      if (bytes % 1024 === 512) expect(whole % 2).toBe(0);
    }),
  );
});

test("other systems keep the columns of ps", () => {
  for (const side of ["inside", "host"] as const) {
    expect(
      processColumns("linux", side)
        .map(({ title }) => title)
        .join(" "),
    ).toBe("PID PPID USER %CPU RSS COMMAND");
  }
});
