import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import { isRequired } from "../conformance-bench.ts";
import { launchSpec, quietWork, Transcript, whenRow, whenStatus } from "../conformance-tools.ts";
import type { Engine } from "../engine.ts";
import type { MicroVmConfig } from "./config.ts";
import {
  buildGuestForTests,
  missingForTests,
  TEST_IMAGE,
  type TestBench,
  testBench,
} from "./fixtures/test-bench.ts";
import { probeKvm } from "./kvm-probe.ts";
import { kvmProbeArgs } from "./qemu-args.ts";

const missing = await missingForTests();
if (missing && isRequired("microvm")) throw new Error(`microvm is required here, but: ${missing}`);

const opened: (Engine | TestBench)[] = [];
beforeEach(async (context) => {
  if (missing) return context.skip(missing);
  await buildGuestForTests();
});
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) {
    await ("status" in one ? one[Symbol.asyncDispose]() : one.close());
  }
});

async function open(more: (folder: string) => Partial<MicroVmConfig> = () => ({})) {
  const bench = await testBench();
  const engine = bench.open(more(bench.folder));
  opened.push(bench, engine);
  return { bench, engine };
}

const decided = (engine: Engine) => whenStatus(engine, ({ state }) => state !== "connecting");

/** What a command prints in a fresh VM. */
async function run(engine: Engine, script: string, memoryBytes: number | null = null): Promise<string> {
  const command = ["sh", "-c", script];
  const spec = launchSpec({ image: TEST_IMAGE, isolation: "hyperv", command, memoryBytes });
  const id = await engine.launch(spec, quietWork());
  const { output } = await engine.logs(id, { follow: true, tail: 1000 }, new AbortController().signal);
  const transcript = new Transcript(output);
  await transcript.exitCode();
  await whenRow(engine, id, ({ state }) => state === "exited");
  return transcript.text();
}

describe("what the engine finds on this host", () => {
  it("is shown at once as connecting, then as live with what it is made of", async () => {
    const { engine } = await open();
    expect(engine.status.state).toBe("connecting");
    const status = await decided(engine);
    expect(status).toMatchObject({
      state: "live",
      managed: true,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(status.notes.join("\n")).toMatch(/^Containers end with the app/m);
    expect(status.notes.join("\n")).toMatch(/KVM: passed|TCG \(emulation\): KVM did not pass: .+/);
    expect(status.notes.join("\n")).toMatch(/Guest kernel \d+\.\d+/);
  });

  it("is the fix when something is missing, and looking again finds what was put right", async () => {
    const { engine, bench } = await open((folder) => ({ guestAgentPath: join(folder, "agent") }));
    expect(await decided(engine)).toMatchObject({
      state: "failed",
      error: { code: "unavailable", fix: "node scripts/build-guest.mjs" },
    });
    const launch = engine.launch(launchSpec({ image: TEST_IMAGE, isolation: "hyperv" }), quietWork());
    await expect(launch).rejects.toMatchObject({ error: { code: "unavailable" } });
    await copyFile(bench.config.guestAgentPath, join(bench.folder, "agent"));
    await engine.retry();
    expect(engine.status).toMatchObject({ state: "live", error: null });
  });

  it("is that a set kernel is no kernel, and no other is taken", async () => {
    const { engine } = await open(() => ({ kernelPath: "/etc/passwd" }));
    expect(await decided(engine)).toMatchObject({
      error: { fix: expect.stringContaining("ISOSCOPE_KERNEL") },
    });
  });
});

describe("what a guest can be made of", () => {
  it("is an ext4 root disk where erofs is not to be had", async () => {
    const { engine } = await open(() => ({ rootFilesystem: "ext4" }));
    expect((await decided(engine)).notes).toContain("Root disks are ext4");
    expect(
      await run(engine, "stat -c '%u %a' /bin/busybox; echo changed > /etc/passwd && cat /etc/passwd"),
    ).toBe("0 755\nchanged\n");
  });

  it("is the least memory, less than which is refused", async () => {
    const { engine } = await open();
    const MIB = 1024 * 1024;
    expect(await run(engine, "grep -c MemTotal /proc/meminfo", 96 * MIB)).toBe("1\n");
    await expect(run(engine, "true", 64 * MIB)).rejects.toMatchObject({ error: { field: "memoryBytes" } });
  });
});

describe("the KVM probe", () => {
  it("refuses a device that is not there, and says so", async () => {
    const probe = { firmware: "/nowhere", clock: systemClock, credentials: null, device: "/dev/no-kvm" };
    expect(await probeKvm(probe)).toEqual({ usable: false, why: "/dev/no-kvm is missing or not accessible" });
  });

  it("has firmware that ends with its one status where 64-bit code runs", async () => {
    const { bench } = await open();
    const emulated: Readonly<Record<string, string>> = { kvm: "tcg", host: "qemu64" };
    const argv = kvmProbeArgs(bench.config.kvmProbePath).map((value) => emulated[value] ?? value);
    const qemu = spawn(argv[0] ?? "", argv.slice(1), { stdio: "ignore" });
    expect(await once(qemu, "exit")).toEqual([67, null]);
  });
});
