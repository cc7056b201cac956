import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { describe, expect, inject, it } from "vitest";
import { builtAddon } from "./provided.ts";

const program = fileURLToPath(new URL("fixtures/pending-work.cjs", import.meta.url));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, inject("addonPath"), ...args], { encoding: "utf8" });

describe("the addon in several contexts", () => {
  it.each(["0", "1", "5", "30"])("lets a process exit with work pending after %s ms", (delay) => {
    expect(run(delay, "0")).toMatchObject({ status: 0, signal: null, stderr: "" });
    expect(run(delay, "4")).toMatchObject({ status: 4, signal: null, stderr: "" });
  });

  it("lets a process end by itself when its work is done: watching keeps nothing alive", () => {
    expect(run("0", "natural")).toMatchObject({ status: 0, signal: null, stdout: "drained\n", stderr: "" });
  });

  it("lets workers be terminated with work pending, while others go on", async () => {
    const reader = new (builtAddon().ProcessReader)();
    for (let round = 0; round < 6; round += 1) {
      const worker = new Worker(program, { workerData: [inject("addonPath"), "0", "0"] });
      await once(worker, "message");
      const [snapshot, code] = await Promise.all([reader.snapshot(), worker.terminate()]);
      expect(code).toBe(1);
      expect(snapshot.at).toBeGreaterThan(0);
    }
    expect([...(await new (builtAddon().ProcessReader)().snapshot()).described.pid]).toContain(process.pid);
  });

  it("answers a snapshot under way when its reader is closed meanwhile", async () => {
    const reader = new (builtAddon().ProcessReader)();
    const pending = reader.snapshot();
    reader.close();
    expect((await pending).described.pid.length).toBeGreaterThan(1);
  });
});
