import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { AppEvent, MeterReading } from "../../contract/diagnostics.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { hostProcess, insideProcess } from "../../contract/fixtures/rows.ts";
import { LiveStore } from "../../contract/live-store.ts";
import type { InsideProcess } from "../../contract/process.ts";
import type { AppSettings } from "../../contract/settings.ts";
import { systemClock } from "../../engine/clock.ts";
import type { InsideList } from "../../engine/engine.ts";
import { Comparisons } from "../../fleet/compare/comparisons.ts";
import { Doctor } from "../../fleet/doctor/doctor.ts";
import { engineContainer, FakeEngine } from "../../fleet/fixtures/fake-engine.ts";
import { FakeProcesses } from "../../fleet/fixtures/fake-processes.ts";
import { Fleet } from "../../fleet/fleet.ts";
import { linuxCosts } from "../../processes/linux/linux-costs.ts";
import { openDaemonSettings } from "../daemon-config/open-daemon-settings.ts";
import { createHandlers } from "../handlers.ts";
import { hostInfo } from "../host-info.ts";
import { openMachine } from "../machine/open-machine.ts";
import { openStage } from "../stage/open-stage.ts";
import { replayCosts } from "../stage/replay-comparisons.ts";
import { type Ran, runFixture } from "./fixtures/run-fixture.ts";

const ID = "a".repeat(64);
const WORKER = { name: "qemu-system-x86_64", pid: 2376, start: "900" };

const insidePing = (row: Partial<InsideProcess>): InsideList => ({
  source: "fixture",
  at: 1,
  rows: [insideProcess(row)],
});

/** The scene on fixture engines: what they show is set by each test, what was asked of them is recorded. */
class Stage {
  readonly docker = new FakeEngine("docker", "process");
  readonly microvm = new FakeEngine("microvm", "hyperv");
  readonly processes = new FakeProcesses();
  readonly out: string[] = [];
  readonly log: string[] = [];

  constructor() {
    const { docker, microvm } = this;
    docker.inside = insidePing({ hostPid: 4000 });
    docker.launching = async () => {
      docker.containers.update([[ID, engineContainer({ id: ID, mainPid: 4000 })]]);
      return ID;
    };
    microvm.inside = insidePing({ pid: 1, start: "5" });
    microvm.kernelReading = { release: "6.1.0-guest", bootedAt: 900_000, bootId: "guest" };
    microvm.launching = async () => {
      const vm = engineContainer({ id: "vm", isolation: "hyperv", worker: WORKER });
      microvm.containers.update([["vm", vm]]);
      return "vm";
    };
    this.processes.set(
      hostProcess({ pid: 4000, containerId: ID, nsPids: [4000, 1] }),
      hostProcess({ pid: 2376, start: "900", name: "qemu-system-x86", startedAt: 1_100_000 }),
    );
  }

  async run(...argv: readonly string[]): Promise<number> {
    const ran = await this.#run(argv);
    this.out.push(...ran.out.split("\n").filter((line) => line !== ""));
    this.log.push(...ran.err.split("\n").filter((line) => line !== ""));
    return ran.code;
  }

  async #run(argv: readonly string[]): Promise<Ran> {
    const { docker, microvm, processes } = this;
    const parts = {
      engines: [docker, microvm],
      processes,
      clock: systemClock,
      demo: { ref: "isoscope/demo:latest", ensure: async () => {} },
    };
    const inside = { readings: async () => [{ pid: 1, start: "100" }], kernel: async () => processes.kernel };
    const fleet = new Fleet({
      ...parts,
      windows: false,
      inside,
    });
    const comparisons = new Comparisons({ ...parts, fleet, costs: linuxCosts(Date.now) });
    const demo = { image: "isoscope/demo:latest", command: ["ping", "127.0.0.1"] };
    const machine = openMachine("linux", processes);
    const info = () => hostInfo(processes, { appVersion: "0.0.0", demo, machine: machine.current });
    const settings = { live: new LiveStore<AppSettings>(), change: () => {} };
    const nothing = { meters: new LiveStore<MeterReading>(), events: new LiveStore<AppEvent>() };
    const doctor = new Doctor({
      ...{ checks: [], gatherers: {}, clock: systemClock, jobs: fleet.jobs, run: async () => 0 },
    });
    const handlers = createHandlers({
      ...openStage({
        ...{ ...parts, fleet, comparisons, costs: replayCosts(), info, inside, appVersion: "0.0.0" },
        folder: join(tmpdir(), "isoscope-scene-test"),
      }),
      doctor,
      daemon: openDaemonSettings(processes, machine, systemClock),
      settings,
      ...nothing,
    });
    try {
      return await runFixture(handlers, argv);
    } finally {
      await fleet[Symbol.asyncDispose]();
    }
  }

  removals(): readonly string[] {
    return [...this.docker.asked, ...this.microvm.asked].filter((asked) => asked.startsWith("remove"));
  }
}

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

describe("isoscope scene", () => {
  test("prints the evidence of both sides, removes what it made, and exits 0", async () => {
    expect(await stage.run("scene", "--json"), stage.log.join("\n")).toBe(0);
    expect(stage.out).toHaveLength(1);
    expect(JSON.parse(stage.out[0] ?? "")).toMatchObject({
      process: {
        insidePid: 1,
        topPid: 4000,
        hostPid: 4000,
        samePid: true,
        sameStartTime: true,
        hostName: "ping",
      },
      hyperv: {
        insidePid: 1,
        hostMatches: 0,
        worker: { name: "qemu-system-x86_64", pid: 2376 },
        guestKernel: "6.1.0-guest",
        hostKernel: "6.1.0",
        guestBootedAfterHost: true,
      },
      timings: { processLaunchMs: expect.any(Number) },
    });
    expect(stage.removals()).toEqual([`remove ${ID}`, "remove vm"]);
  });

  test("a ping of the VM that has a host row means that the scene does not hold", async () => {
    stage.processes.live.update([
      ["5000:950", hostProcess({ pid: 5000, start: "950", startedAt: 1_200_000 })],
    ]);
    expect(await stage.run("scene", "--json")).toBe(1);
    expect(JSON.parse(stage.out[0] ?? "").hyperv.hostMatches).toBe(1);
  });

  test("a ping that was there before the VM is nobody's business", async () => {
    stage.processes.live.update([["50:10", hostProcess({ pid: 50, start: "10", startedAt: 900_000 })]]);
    expect(await stage.run("scene", "--json")).toBe(0);
  });

  test("a guest that booted before its host is no guest", async () => {
    stage.microvm.kernelReading = { release: "6.1.0", bootedAt: 100, bootId: "guest" };
    expect(await stage.run("scene")).toBe(1);
  });

  test("a launch that fails is explained, and what was made before is removed", async () => {
    const error = { code: "start-failed", reason: "The guest did not answer.", exitCode: null } as const;
    stage.microvm.launching = () => Promise.reject(new IsoscopeFailure(error));
    expect(await stage.run("scene", "--json")).toBe(1);
    expect(stage.out).toEqual([]);
    expect(stage.log.join("\n")).toContain("The guest did not answer.");
    expect(stage.removals()).toEqual([`remove ${ID}`]);
  });

  test("an engine that will not come is not waited for", async () => {
    const error = { code: "unavailable", engine: "QEMU", reason: "No kernel.", fix: "Fetch one." } as const;
    stage.microvm.setStatus({ state: "failed", error, retryAt: null });
    expect(await stage.run("scene", "--json")).toBe(3);
    expect(stage.log.join("\n")).toContain("No kernel.");
    expect(stage.log.join("\n")).toContain("Fetch one.");
  });
});
