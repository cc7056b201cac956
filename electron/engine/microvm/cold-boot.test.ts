import { describe, expect, it } from "vitest";
import { ManualClock, settled } from "../manual-clock.ts";
import type { BootRequest } from "./boot.ts";
import { ColdBoot } from "./cold-boot.ts";
import { FallbackBoot } from "./fallback-boot.ts";
import { FakeQemu, startsFakes } from "./fixtures/fake-qemu.ts";

const REQUEST: BootRequest = {
  ...{ id: "abc", hostname: "abc", memoryMiB: 128, cpus: 1 },
  disk: { path: "/disk", filesystem: "erofs" },
  ...{ folders: [], forwards: [] },
};
const forever = new AbortController().signal;

function coldBoot(qemu: FakeQemu, clock: ManualClock, start = startsFakes([qemu])) {
  const options = { kernel: "/k", accelerator: "tcg", credentials: null, folderServers: null } as const;
  const tracked: string[] = [];
  const boot = new ColdBoot({
    ...options,
    initramfs: async () => "/i",
    deadlineMs: 5000,
    clock,
    track: (id) => void tracked.push(id),
    start,
  });
  return { boot, tracked };
}

/** A machine that never says it is ready. */
const silent = (qemu: FakeQemu) => () => qemu;

describe("ColdBoot", () => {
  it("greets the guest, sets its clock and mounts the disk", async () => {
    const qemu = new FakeQemu();
    const clock = new ManualClock();
    const { boot, tracked } = coldBoot(qemu, clock);
    const vm = await boot.start(REQUEST, forever);
    expect(vm.info?.boot_id).toBe("boot-1");
    expect(qemu.requests("hello")).toMatchObject([{ hostname: "abc", time_ms: clock.now() }]);
    expect(qemu.requests("root")).toMatchObject([{ fs: "erofs" }]);
    expect(tracked).toEqual(["abc"]);
  });

  it("ends a machine that does not get ready in time and shows its console", async () => {
    const qemu = new FakeQemu();
    const clock = new ManualClock();
    qemu.log.push("Kernel panic: no clock\n");
    const { boot } = coldBoot(qemu, clock, silent(qemu));
    const starting = expect(boot.start(REQUEST, forever)).rejects.toMatchObject({
      error: { code: "timeout", ms: 5000, detail: "Kernel panic: no clock" },
    });
    await clock.advance(5000);
    await starting;
    expect(await qemu.ended).toEqual({ code: null, signal: "SIGKILL" });
  });

  it("tells at once when QEMU ends before the guest is up", async () => {
    const qemu = new FakeQemu();
    const { boot } = coldBoot(qemu, new ManualClock(), silent(qemu));
    qemu.log.push("qemu: could not open the disk");
    const starting = boot.start(REQUEST, forever);
    qemu.die({ code: 1, signal: null });
    await expect(starting).rejects.toMatchObject({
      error: { code: "start-failed", detail: "qemu: could not open the disk" },
    });
  });

  it("ends the machine when the launch is aborted", async () => {
    const qemu = new FakeQemu();
    const abort = new AbortController();
    const { boot } = coldBoot(qemu, new ManualClock(), silent(qemu));
    const starting = boot.start(REQUEST, abort.signal);
    await settled();
    abort.abort();
    await expect(starting).rejects.toMatchObject({ error: { code: "cancelled" } });
    expect(await qemu.ended).toMatchObject({ signal: "SIGKILL" });
  });

  it("refuses a guest of another protocol", async () => {
    const qemu = new FakeQemu();
    const { boot } = coldBoot(qemu, new ManualClock(), () => {
      qemu.ready(99);
      return qemu;
    });
    await expect(boot.start(REQUEST, forever)).rejects.toMatchObject({
      error: { code: "internal", message: expect.stringContaining("protocol 99") },
    });
  });
});

describe("FallbackBoot", () => {
  it("gives KVM up for good when a real boot hangs, and says so", async () => {
    const clock = new ManualClock();
    const hanging = new FakeQemu();
    const kvm = coldBoot(hanging, clock, silent(hanging)).boot;
    const [first, second] = [new FakeQemu(), new FakeQemu()];
    const tcg = coldBoot(first, clock, startsFakes([first, second])).boot;
    const said: string[] = [];
    const boot = new FallbackBoot(kvm, tcg, (why) => void said.push(why));
    const starting = boot.start(REQUEST, forever);
    await clock.advance(5000);
    await starting;
    await boot.start(REQUEST, forever);
    expect(said).toEqual(["a real boot did not finish within 5000 ms"]);
    expect(second.requests("root")).toHaveLength(1);
  });
});
