import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ProcessIdentity } from "../../contract/process.ts";
import { identify } from "./process-identity.ts";
import { VmRecords } from "./vm-records.ts";

const NOBODY: ProcessIdentity = { pid: 2 ** 22 + 1, start: "1" };
let folder = "";
let left: ChildProcess;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-records-"));
  await mkdir(join(folder, "vms"));
  left = spawn("sleep", ["1000"]);
});
afterEach(async () => {
  left.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

const own = (): ProcessIdentity => identify(process.pid) ?? NOBODY;
const leftOver = (): ProcessIdentity => identify(left.pid ?? 0) ?? NOBODY;
const note = (name: string, record: unknown) => writeFile(join(folder, "vms", name), JSON.stringify(record));
const noted = () => readdir(join(folder, "vms"));

describe("VmRecords", () => {
  it("kills what an app that is gone has left, and forgets it", async () => {
    await note("a.json", { process: leftOver(), owner: NOBODY });
    const ended = once(left, "exit");
    expect(new VmRecords(folder).sweep()).toBe(1);
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(await noted()).toEqual([]);
  });

  it("spares the VMs of another app that lives", async () => {
    await note("a.json", { process: leftOver(), owner: own() });
    expect(new VmRecords(folder).sweep()).toBe(0);
    expect(left.exitCode).toBeNull();
    expect(await noted()).toEqual(["a.json"]);
  });

  it("does not kill a process that only got the PID", async () => {
    await note("a.json", { process: { ...leftOver(), start: "1" }, owner: NOBODY });
    expect(new VmRecords(folder).sweep()).toBe(0);
    expect(await noted()).toEqual([]);
  });

  it("throws records away that it cannot read", async () => {
    await writeFile(join(folder, "vms", "a.json"), "{half");
    await note("b.json", { process: { pid: -1, start: "x" }, owner: NOBODY });
    expect(new VmRecords(folder).sweep()).toBe(0);
    expect(await noted()).toEqual([]);
  });

  it("notes and forgets its own", async () => {
    const records = new VmRecords(join(folder, "new"));
    records.add("vm", leftOver());
    expect(await readdir(join(folder, "new", "vms"))).toEqual(["vm.json"]);
    expect(records.sweep()).toBe(0);
    records.remove("vm");
    expect(await readdir(join(folder, "new", "vms"))).toEqual([]);
  });
});
