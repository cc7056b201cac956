import { describe, expect, it } from "vitest";
import { type Addon, AddonLoadError, type ProcessColumns } from "../../../native/index.ts";
import { ManualClock } from "../../engine/manual-clock.ts";
import { rawProcess } from "../fixtures/raw-process.ts";
import { LiveProcessTable } from "../live-process-table.ts";
import { windowsProvider } from "./windows-provider.ts";

const VERSION = {
  major: 10,
  minor: 0,
  build: 20348,
  revision: 2700,
  product: "server",
  bootedAt: 5,
} as const;

/** The seed's ping as the addon tells it. */
const PING: ProcessColumns = {
  at: 1,
  whole: true,
  removed: new Uint32Array(),
  described: {
    pid: Uint32Array.of(3964),
    start: BigUint64Array.of(133_000_000_000_000_000n),
    name: ["PING"],
    command: ["ping localhost -t"],
    owner: ["User Manager\\ContainerAdministrator"],
    containerId: [null],
    unreadable: [null],
    nsPids: [null],
  },
  counted: {
    pid: Uint32Array.of(3964),
    ppid: Uint32Array.of(2212),
    threads: Uint32Array.of(3),
    cpuMs: Float64Array.of(31.25),
    rssBytes: Float64Array.of(3836 * 1024),
    windows: {
      handles: Float64Array.of(67),
      nonPagedBytes: Float64Array.of(Number.NaN),
      pagedBytes: Float64Array.of(820 * 1024),
      virtualBytes: Float64Array.of(2_199_023_255_552),
      sessionId: Float64Array.of(3),
      siloId: Float64Array.of(7),
    },
  },
};

class FakeReader {
  readonly heldFiles = 0;
  snapshot = async () => PING;
  refresh = async () => PING;
  release() {}
  close() {}
}

class NoWatcher {
  constructor() {
    throw new Error("not here");
  }
  take = () => ({ pids: new Uint32Array(), overflow: false });
  close() {}
}

const addon = (more: Partial<Addon> = {}): Addon => ({
  ProcessReader: FakeReader,
  ProcessWatcher: NoWatcher,
  ...more,
});

const provide = (more: Partial<Addon> = {}) => windowsProvider({ addonPaths: [], load: () => addon(more) });

describe("windowsProvider", () => {
  it("shows what Windows tells, and nothing where it does not", async () => {
    await using table = new LiveProcessTable(provide(), { clock: new ManualClock(), pollMs: 1000 });
    expect((await table.sample()).rows).toEqual([
      {
        pid: 3964,
        start: "133000000000000000",
        startedAt: Date.UTC(2022, 5, 18, 4, 26, 40),
        ppid: 2212,
        name: "PING",
        command: "ping localhost -t",
        user: "User Manager\\ContainerAdministrator",
        cpuMs: 31.25,
        cpuPercent: null,
        rssBytes: 3836 * 1024,
        threads: 3,
        nsPids: null,
        windows: {
          handles: 67,
          nonPagedBytes: null,
          pagedBytes: 820 * 1024,
          virtualBytes: 2_199_023_255_552,
          sessionId: 3,
          siloId: 7,
        },
        containerId: null,
        unreadable: null,
      },
    ]);
    expect(table.facts).toMatchObject({ reader: "native", births: "polling" });
    expect(table.facts.notes.join()).toContain("polling");
  });

  it("names the kernel by its build and revision", () => {
    expect(provide({ windowsVersion: () => VERSION }).kernel).toEqual({
      release: "10.0.20348.2700",
      bootedAt: 5,
      bootId: null,
    });
    const { kernel } = provide({ windowsVersion: () => ({ ...VERSION, revision: null, bootedAt: null }) });
    expect(kernel).toEqual({ release: "10.0.20348", bootedAt: null, bootId: null });
    expect(provide().kernel).toMatchObject({ bootedAt: null, bootId: null });
  });

  it("knows when a process of which nothing else may be read began", () => {
    const raw = rawProcess({ start: "133000000000000000", unreadable: "no" });
    expect(provide().startedAt(raw)).toBe(Date.UTC(2022, 5, 18, 4, 26, 40));
    expect(provide().startedAt(rawProcess({ start: "0" }))).toBeNull();
  });

  it("needs the addon, and says what to do without", () => {
    const load = () => {
      throw new AddonLoadError([{ path: "C:\\isoscope.node", reason: "not found" }]);
    };
    expect(() => windowsProvider({ addonPaths: [], load })).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({
          code: "unsupported",
          fix: expect.stringContaining("Install"),
          detail: "C:\\isoscope.node: not found",
        }),
      }),
    );
  });
});
