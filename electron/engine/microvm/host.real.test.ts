import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRequired } from "../conformance-bench.ts";
import { launchSpec, quietWork, rowsNow, whenRow } from "../conformance-tools.ts";
import type { Engine } from "../engine.ts";
import { QEMU_CREDENTIALS } from "./config.ts";
import { hostCommands, statusLine, whenDead } from "./fixtures/host-facts.ts";
import { startParent } from "./fixtures/start-parent.ts";
import {
  buildGuestForTests,
  missingForTests,
  TEST_IMAGE,
  type TestBench,
  testBench,
} from "./fixtures/test-bench.ts";
import { identify, isAlive } from "./process-identity.ts";

const missing = await missingForTests();
if (missing && isRequired("microvm")) throw new Error(`microvm is required here, but: ${missing}`);

let bench: TestBench;
let engine: Engine;
beforeEach(async (context) => {
  if (missing) return context.skip(missing);
  await buildGuestForTests();
  bench = await testBench();
  engine = bench.open();
});
afterEach(async () => {
  await engine?.[Symbol.asyncDispose]();
  await bench?.close();
});

async function launch(command: readonly string[], on = engine) {
  const id = await on.launch(launchSpec({ image: TEST_IMAGE, isolation: "hyperv", command }), quietWork());
  const row = await whenRow(on, id, ({ state }) => state !== "starting");
  if (!row.worker) throw new Error("no worker");
  return { id, worker: row.worker };
}

const descriptors = () => readdir("/proc/self/fd").then((names) => names.length);
const records = () => readdir(join(bench.config.runDir, "vms"));

describe("a micro-VM as the host sees it", () => {
  it("is one QEMU process, unprivileged and sandboxed, and no ping", async () => {
    const { worker, id } = await launch(["ping", "127.0.0.77"]);
    expect(readFileSync(`/proc/${worker.pid}/comm`, "utf8")).toBe("qemu-system-x86\n");
    expect(identify(worker.pid)).toEqual({ pid: worker.pid, start: worker.start });
    expect(statusLine(worker.pid, "NoNewPrivs")).toBe("1");
    expect(statusLine(worker.pid, "Seccomp")).toBe("2");
    expect(statusLine(worker.pid, "CapEff")).toMatch(/^0+$/);
    if (process.getuid?.() === 0) expect(statusLine(worker.pid, "Uid")).toContain(`${QEMU_CREDENTIALS.uid}`);
    expect(hostCommands().filter((command) => command.includes("127.0.0.77"))).toEqual([]);
    const { rows } = await engine.processes(id);
    expect(rows).toMatchObject([{ pid: 1, ppid: 0, name: "ping", command: "ping 127.0.0.77", user: "root" }]);
  });

  it("has a kernel of its own, booted after the host's", async () => {
    const { id } = await launch(["sleep", "1000"]);
    const kernel = await engine.kernel(id);
    const hostBoot = Number(/^btime (\d+)$/m.exec(readFileSync("/proc/stat", "utf8"))?.[1]) * 1000;
    expect(kernel?.bootId).not.toBe(readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
    expect(kernel?.bootedAt).toBeGreaterThan(hostBoot);
  });

  it("is failed with the signal when somebody kills QEMU", async () => {
    const { id, worker } = await launch(["sleep", "1000"]);
    process.kill(worker.pid, "SIGKILL");
    const row = await whenRow(engine, id, ({ state }) => state === "failed");
    expect(row.failure).toMatchObject({
      ...{
        code: "worker-died",
        worker: "qemu-system-x86_64",
        pid: worker.pid,
        signal: "SIGKILL",
        exitCode: null,
      },
    });
    expect(row.worker).toBeNull();
    await engine.control(id, "restart");
    await whenRow(engine, id, ({ state }) => state === "running");
  });
});

describe("what is left of micro-VMs", () => {
  it("is nothing when the engine is closed, also in the middle of a launch", async () => {
    const before = await descriptors();
    const { worker } = await launch(["sleep", "1000"]);
    const half = engine.launch(launchSpec({ image: TEST_IMAGE, isolation: "hyperv" }), quietWork());
    const cancelled = expect(half).rejects.toMatchObject({ error: { code: "cancelled" } });
    await engine[Symbol.asyncDispose]();
    await cancelled;
    expect(isAlive(worker)).toBe(false);
    expect(await rowsNow(engine)).toEqual([]);
    expect(await records()).toEqual([]);
    expect(engine.status.state).toBe("stopped");
    expect(await descriptors()).toBeLessThanOrEqual(before);
  });

  it("is no QEMU when the app is killed", async () => {
    const { app, worker } = await startParent(bench);
    expect(isAlive(worker)).toBe(true);
    const gone = once(app, "exit");
    app.kill("SIGKILL");
    await gone;
    await whenDead(worker);
  });

  it("is swept at the next start, but not what another living app runs", async () => {
    const { worker } = await launch(["sleep", "1000"]);
    const { worker: orphan } = await launch(["sleep", "1000"]);
    const folder = join(bench.config.runDir, "vms");
    const names = await records();
    expect(names).toHaveLength(2);
    const owner = { pid: 2 ** 22 + 1, start: "1" };
    for (const name of names) {
      const record = JSON.parse(readFileSync(join(folder, name), "utf8"));
      if (record.process.pid === orphan.pid)
        await writeFile(join(folder, name), JSON.stringify({ ...record, owner }));
    }
    const unfinished = join(bench.config.cacheDir, "tmp", "4194305-1-left");
    await mkdir(unfinished, { recursive: true });
    const second = bench.open();
    await whenDead(orphan);
    expect(isAlive(worker)).toBe(true);
    await second[Symbol.asyncDispose]();
    expect(await records()).toHaveLength(1);
    expect(await readdir(join(bench.config.cacheDir, "tmp"))).not.toContain("4194305-1-left");
  });
});
