import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NativeHcs, NativeSystem } from "../../hcs.ts";
import { control, E_ABORT, events, openHcs, readAll, readUntil, run, startContainer } from "./hcs.ts";

describe("processes in a compute system", () => {
  let hcs: NativeHcs;
  let system: NativeSystem;
  beforeEach(async () => {
    control({});
    hcs = openHcs();
    system = await startContainer(hcs, "demo");
  });
  afterEach(() => {
    hcs.close();
    expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  });

  it("give both outputs to their ends, and their exit code", async () => {
    const process = await run(system, "fixture --out hello --err trouble --exit 3");
    const { first } = events(process);
    const outputs = await Promise.all([readAll(process, "stdout"), readAll(process, "stderr")]);
    expect(outputs.map((text) => text.trim())).toEqual(["hello", "trouble"]);
    expect(await process.read("stdout")).toBeNull();
    const exited = await first;
    expect(exited.type).toBe(0x10000);
    expect(JSON.parse(exited.data ?? "{}")).toMatchObject({
      ProcessId: process.pid,
      Exited: true,
      ExitCode: 3,
    });
  });

  it("take input until it is closed", async () => {
    const process = await run(system, "cmd");
    await process.write(Buffer.from("first\r\n"));
    await Promise.all([process.write(Buffer.from("sec")), process.write(Buffer.from("ond\r\n"))]);
    expect(await readUntil(process, "> second")).toContain("> first");
    await process.closeInput();
    await process.closeInput();
    await expect(process.write(Buffer.from("late"))).rejects.toMatchObject({ op: "WriteFile" });
    await readAll(process, "stdout");
    expect(await process.properties()).toMatch(/"Exited":\s*true/);
  });

  it("take more input than a pipe holds", async () => {
    const process = await run(system, "cmd");
    const line = "x".repeat(9_999);
    const output = readAll(process, "stdout");
    await process.write(Buffer.from(`${line}\r\n`.repeat(12)));
    await process.closeInput();
    expect((await output).split(`> ${line}`).length - 1).toBe(12);
  });

  it("have a console whose size changes", async () => {
    const process = await run(system, "cmd", true);
    expect(await process.read("stderr")).toBeNull();
    await process.write(Buffer.from("size\r\n"));
    await readUntil(process, "width=120 height=30");
    await process.modify(
      JSON.stringify({ Operation: "ConsoleSize", ConsoleSize: { Height: 40, Width: 100 } }),
    );
    await process.write(Buffer.from("size\r\n"));
    await readUntil(process, "width=100 height=40");
  });

  it("are opened by PID, without pipes", async () => {
    const ping = await run(system, "ping");
    const opened = await system.openProcess(ping.pid);
    expect(opened.pid).toBe(ping.pid);
    expect(await opened.read("stdout")).toBeNull();
    await expect(opened.write(Buffer.from("x"))).rejects.toMatchObject({ hresult: 0x80070006 });
    expect(await opened.properties()).toMatch(/"Exited":\s*false/);
    await expect(system.openProcess(0xfffffff0)).rejects.toMatchObject({ op: "HcsOpenProcess" });
  });

  it("are signalled and ended", async () => {
    const ping = await run(system, "ping");
    const { first } = events(ping);
    await ping.signal(JSON.stringify({ Signal: "CtrlC" }));
    await first;
    const stubborn = await run(system, "fixture --ignore-signals --stay");
    const ended = events(stubborn).first;
    await stubborn.signal(JSON.stringify({ Signal: "CtrlC" }));
    await stubborn.terminate();
    expect((await ended).type).toBe(0x10000);
    await expect(stubborn.terminate()).rejects.toMatchObject({ hresult: 0x8037011f });
  });

  it("that are not there say so", async () => {
    await expect(run(system, "no-such-program")).rejects.toMatchObject({
      op: "HcsCreateProcess",
      hresult: 0x80070002,
    });
    expect(hcs.live.processes).toBe(0);
  });

  it("end a read that waits when they are closed", async () => {
    const process = await run(system, "fixture --stay");
    const reads = [process.read("stdout"), process.read("stderr")];
    await expect(process.read("stdout")).rejects.toMatchObject({ op: "ReadFile", hresult: 0x800700aa });
    process.close();
    for (const read of reads) await expect(read).rejects.toMatchObject({ op: "ReadFile", hresult: E_ABORT });
    await expect(process.read("stdout")).rejects.toMatchObject({ hresult: E_ABORT });
  });

  it("end a write that waits when they are closed", async () => {
    const process = await run(system, "fixture --stay");
    const write = process.write(Buffer.alloc(16 * 1024 * 1024));
    process.close();
    await expect(write).rejects.toMatchObject({ op: "WriteFile", hresult: E_ABORT });
  });

  it("whose creation fails after it is done are asked again", async () => {
    control({ quirks: ["createProcess"] });
    const process = await run(system, "fixture --out found");
    expect(process.pid).toBeGreaterThan(0);
    expect((await readAll(process, "stdout")).trim()).toBe("found");
  });

  it("that cannot be asked either fail with the first error", async () => {
    control({ quirks: ["createProcess", "processInfo"] });
    await expect(run(system, "ping")).rejects.toMatchObject({ op: "HcsCreateProcess", hresult: 0x80070057 });
    expect(hcs.live.processes).toBe(0);
  });
});
