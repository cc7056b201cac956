import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InsideProcess } from "../../contract/process.ts";
import { cpuTime, decimalSize, programName, topRows } from "./top-rows.ts";

const AT = 1_000_000;

describe("topRows", () => {
  it("reads dockerd's answer as host PIDs", () => {
    const Titles = ["PID", "PPID", "USER", "RSS", "ELAPSED", "COMMAND"];
    const answer = { Titles, Processes: [["7934", "7913", "root", "1356", "60", "sleep 1000"]] };
    const [row] = topRows(answer, { flavour: "docker", os: "linux", onHost: true }, AT);
    expect(row).toMatchObject({ pid: null, hostPid: 7934, ppid: null, user: "root", name: "sleep" });
    expect(row).toMatchObject({
      command: "sleep 1000",
      rssBytes: 1356 * 1024,
      startedAt: AT - 60_000,
      start: null,
    });
  });

  it("reads podman's answer as both PIDs", () => {
    const Titles = ["HPID", "PID", "PPID", "USER", "COMMAND"];
    const answer = { Titles, Processes: [["8080", "1", "0", "0", "sleep 1000"]] };
    const [row] = topRows(answer, { flavour: "podman", os: "linux", onHost: true }, AT);
    expect(row).toMatchObject({ pid: 1, hostPid: 8080, ppid: 0, rssBytes: null, startedAt: null });
  });

  it("claims no host PID for a daemon on another kernel", () => {
    const answer = { Titles: ["PID", "COMMAND"], Processes: [["7", "sleep"]] };
    const [row] = topRows(answer, { flavour: "docker", os: "linux", onHost: false }, AT);
    expect(row?.hostPid).toBeNull();
  });

  const windows = {
    Titles: ["Name", "PID", "CPU", "Private Working Set"],
    Processes: [["ping.exe", "4312", "00:01:00.015", "1.1MB"]],
  };

  it("reads Windows: the same number on both sides under process isolation", () => {
    const [row] = topRows(windows, { flavour: "docker", os: "windows", onHost: true }, AT);
    expect(row).toMatchObject({
      pid: 4312,
      hostPid: 4312,
      name: "ping.exe",
      cpuMs: 60_015,
      rssBytes: 1_100_000,
    });
  });

  it("reads Windows: the guest's number only under Hyper-V isolation", () => {
    const [row] = topRows(windows, { flavour: "docker", os: "windows", onHost: false }, AT);
    expect(row).toMatchObject({ pid: 4312, hostPid: null });
  });

  it("gives rows of the contract for any answer at all", () => {
    const title = fc.oneof(
      fc.constantFrom("PID", "HPID", "Name", "RSS", "ELAPSED", "COMMAND", "CPU"),
      fc.string(),
    );
    const answer = fc.record({
      Titles: fc.array(title),
      Processes: fc.option(fc.array(fc.array(fc.oneof(fc.nat().map(String), fc.string()))), { nil: null }),
    });
    const meaning = fc.record({
      flavour: fc.constantFrom("docker" as const, "podman" as const),
      os: fc.constantFrom("linux" as const, "windows" as const),
      onHost: fc.boolean(),
    });
    fc.assert(
      fc.property(answer, meaning, (given, means) => {
        for (const row of topRows(given, means, AT)) expect(InsideProcess.parse(row)).toEqual(row);
      }),
    );
  });
});

it.each([
  ["/bin/busybox ping", "busybox"],
  ["-sh", "sh"],
  ["nginx: master process", "nginx"],
  ["sleep", "sleep"],
  ["/", "/"],
  ["", ""],
])("names the program of %j", (command, name) => {
  expect(programName(command)).toBe(name);
});

it("understands Windows' times and sizes, and nothing else", () => {
  expect([cpuTime("01:00:00.125"), cpuTime("soon")]).toEqual([3_600_125, null]);
  expect([decimalSize("254kB"), decimalSize("12 GB"), decimalSize("much")]).toEqual([254_000, 12e9, null]);
});

/** As moby's `top_windows.go` and go-units' HumanSize write them. */
const clockTime = (ms: number) => {
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    (ms % 60_000) / 1000,
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(hours)}:${two(minutes)}:${seconds.toFixed(3).padStart(6, "0")}`;
};

const humanSize = (bytes: number) => {
  const step = bytes === 0 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** step).toPrecision(4))}${["B", "kB", "MB", "GB", "TB"][step]}`;
};

it("reads back every CPU time that Windows' top can write", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), (ms) => {
      expect(cpuTime(clockTime(ms))).toBe(ms);
    }),
  );
});

it("reads back every size to the four digits that Windows' top writes", () => {
  fc.assert(
    fc.property(fc.nat(2 ** 45), (bytes) => {
      const read = decimalSize(humanSize(bytes)) ?? Number.NaN;
      expect(Math.abs(read - bytes)).toBeLessThanOrEqual(Math.max(1, bytes * 0.0005));
    }),
  );
});
