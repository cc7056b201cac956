import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { win32 } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NativeHcs, NativeSystem } from "../../hcs.ts";
import { type Addon, loadAddon } from "../../index.ts";
import { FIXTURE_IDS } from "../standin/fixtures.ts";
import { makeLayers } from "../standin/layers.ts";

const addon: Addon = loadAddon([process.env.ISOSCOPE_TEST_ADDON ?? ""]);
const control = (settings: object) =>
  writeFileSync(process.env.HCS_STANDIN_CONTROL ?? "", JSON.stringify(settings));

let hcs: NativeHcs;

beforeEach(() => {
  control({});
  hcs = (addon.openHcs ?? expect.unreachable)();
});

afterEach(() => hcs.close());

const SCHEMA = { Owner: "isoscope", SchemaVersion: { Major: 2, Minor: 1 } };
const silo = { ...SCHEMA, ShouldTerminateOnLastHandleClosed: true, Container: {} };
const machine = { ...SCHEMA, ShouldTerminateOnLastHandleClosed: true, VirtualMachine: {} };

async function started(id: string, configuration: object): Promise<NativeSystem> {
  const system = await hcs.create(id, JSON.stringify(configuration));
  await system.start();
  return system;
}

async function processesOf(
  system: NativeSystem,
): Promise<readonly { ProcessId: number; ImageName: string }[]> {
  const reply = await system.properties('{"PropertyTypes":["ProcessList"]}');
  return JSON.parse(reply ?? "").ProcessList;
}

async function hostProcesses(): Promise<ReadonlyMap<number, string>> {
  const reader = new addon.ProcessReader();
  const { described } = await reader.snapshot();
  reader.close();
  return new Map(described.name.map((name, row) => [described.pid[row] ?? -1, name]));
}

const output = async (read: () => Promise<Uint8Array | null>, until: RegExp): Promise<string> => {
  let text = "";
  while (!until.test(text)) {
    const chunk = await read();
    if (chunk === null) return text;
    text += Buffer.from(chunk).toString();
  }
  return text;
};

describe("the wall", () => {
  it("process isolation: the same PID inside and on the host", async () => {
    const system = await started("p1", silo);
    const ping = await system.createProcess('{"CommandLine":"ping localhost -t","CreateStdOutPipe":true}');
    expect(await processesOf(system)).toEqual(
      expect.arrayContaining([expect.objectContaining({ ProcessId: ping.pid, ImageName: "ping.exe" })]),
    );
    const host = await hostProcesses();
    expect(host.get(ping.pid)).toMatch(/^ping/);
    expect([...host.values()].filter((name) => name.startsWith("vmwp"))).toEqual([]);
    await system.terminate();
    expect((await hostProcesses()).has(ping.pid)).toBe(false);
  });

  it("Hyper-V isolation: inside there is ping, on the host only its worker", async () => {
    const system = await started("h1", machine);
    await system.createProcess('{"CommandLine":"ping localhost -t"}');
    expect((await processesOf(system)).map(({ ImageName }) => ImageName)).toContain("ping.exe");
    const names = [...(await hostProcesses()).values()];
    expect(names.filter((name) => name.startsWith("ping"))).toEqual([]);
    expect(names.filter((name) => name.startsWith("vmwp"))).toHaveLength(1);
    await system.terminate();
  });
});

describe.each([
  ["a real process", silo],
  ["a process inside a VM", machine],
])("the console of %s", (_what, configuration) => {
  it("takes input, knows its size and exits", async () => {
    const system = await started("c1", configuration);
    const shell = await system.createProcess(
      '{"CommandLine":"cmd","EmulateConsole":true,"ConsoleSize":[30,120],"CreateStdInPipe":true,"CreateStdOutPipe":true,"Environment":{"A":"b"}}',
    );
    const read = () => shell.read("stdout");
    await shell.write(Buffer.from("size\r"));
    expect(await output(read, /height=\d+/)).toContain("width=120 height=30");
    await shell.modify('{"Operation":"ConsoleSize","ConsoleSize":{"Height":40,"Width":132}}');
    await shell.write(Buffer.from("size\r\n"));
    expect(await output(read, /height=\d+/)).toContain("width=132 height=40");
    await shell.write(Buffer.from("env A\n"));
    expect(await output(read, /A=\w/)).toContain("A=b");
    const exited = new Promise<string | null>((resolve) => shell.watch((event) => resolve(event.data)));
    await shell.write(Buffer.from("exit 7\n"));
    expect(await output(read, /never/)).toContain("> exit 7");
    expect(JSON.parse((await exited) ?? "")).toMatchObject({ Exited: true, ExitCode: 7, LastWaitResult: 0 });
    shell.close();
    system.close();
  });

  it("ends when its input is closed", async () => {
    const system = await started("c2", configuration);
    const shell = await system.createProcess(
      '{"CommandLine":"cmd","CreateStdInPipe":true,"CreateStdOutPipe":true}',
    );
    const exited = new Promise<string | null>((resolve) => shell.watch((event) => resolve(event.data)));
    await shell.closeInput();
    expect(JSON.parse((await exited) ?? "")).toMatchObject({ ExitCode: 0 });
    shell.close();
    system.close();
  });
});

describe("the control file", () => {
  it("makes and takes away systems of others", async () => {
    control({
      systems: [
        "docker-process",
        "docker-hyperv",
        "containerd-vm",
        "wsl",
        "sandbox",
        "foreign",
        "coincidence",
      ],
    });
    const ids = JSON.parse((await hcs.enumerate(null)) ?? "").map(({ Id }: { Id: string }) => Id);
    expect(ids.sort()).toEqual(Object.values(FIXTURE_IDS).sort());
    control({});
    expect(await hcs.enumerate(null)).toBe("[]");
    expect([...(await hostProcesses()).values()].filter((name) => /^(ping|vmwp)/.test(name))).toEqual([]);
  });

  it("lists 500 systems", async () => {
    control({ systems: ["many"] });
    expect(JSON.parse((await hcs.enumerate(null)) ?? "")).toHaveLength(500);
  });

  it("fails calls as told, and as often", async () => {
    control({
      faults: { HcsEnumerateComputeSystems: { hresult: "0x8037011B", times: 1, document: { Error: -1 } } },
    });
    await expect(hcs.enumerate(null)).rejects.toMatchObject({
      hresult: 0x8037011b,
      document: '{"Error":-1}',
    });
    expect(await hcs.enumerate(null)).toBe("[]");
  });

  it("ends what is under way when the service goes away", async () => {
    const system = await started("d1", silo);
    const never = ["HcsGetComputeSystemProperties"];
    control({ never });
    const asked = system.properties(null);
    // Calls on one handle are made in order: the first is under way when the second is answered.
    await system.modify("{}").catch(() => {});
    control({ never, disconnect: 1 });
    await expect(asked).rejects.toMatchObject({ hresult: 0x8037011e });
    system.close();
  });
});

it("knows what is open", async () => {
  const system = await started("l1", silo);
  const open = async () =>
    JSON.parse((await hcs.serviceProperties('{"PropertyTypes":["StandIn"]}')) ?? "").Properties[0].StandIn;
  expect(await open()).toMatchObject({ Documents: 0, Systems: 1 });
  system.close();
  expect(await open()).toMatchObject({ Systems: 0 });
});

describe("layers", () => {
  const home = mkdtempSync(win32.join(tmpdir(), "layers-"));
  const chain = makeLayers(home);
  afterAll(() => rmSync(home, { recursive: true }));

  it("are known by their folder's name", async () => {
    const id = await hcs.layers?.id("base");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await hcs.layers?.id("app")).not.toBe(id);
  });

  it("are mounted, let go and destroyed in that order only", async () => {
    const layers = hcs.layers ?? expect.unreachable();
    await layers.createScratch(home, "scratch", chain.layers);
    expect(await layers.mount(home, "scratch", chain.layers)).toMatch(/^\\\\\?\\Volume\{.*\}\\$/);
    await expect(layers.destroy(home, "scratch")).rejects.toMatchObject({ hresult: 0x80070020 });
    await layers.unmount(home, "scratch");
    await layers.destroy(home, "scratch");
    expect(existsSync(win32.join(home, "scratch"))).toBe(false);
  });

  it("without files are no layers", async () => {
    const layers = hcs.layers ?? expect.unreachable();
    const bad = layers.createScratch(home, "scratch", [win32.join(home, "nothing")]);
    await expect(bad).rejects.toMatchObject({ hresult: 0xc0370112 });
  });
});

describe("what is open when a process ends", () => {
  const folder = mkdtempSync(win32.join(tmpdir(), "report-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The counts of a process that creates a system and then does this. */
  function reportOf(name: string, end: string): object {
    const report = win32.join(folder, name);
    const script = `
      const { openHcs } = require(process.env.ISOSCOPE_TEST_ADDON);
      const hcs = openHcs();
      const configuration = ${JSON.stringify(JSON.stringify(silo))};
      hcs.create("left", configuration).then(() => setImmediate(() => { ${end} }));
    `;
    spawnSync(process.execPath, ["-e", script], { env: { ...process.env, HCS_STANDIN_REPORT: report } });
    return JSON.parse(readFileSync(report, "utf8"));
  }

  it("is told", () => {
    // Node then runs no clean-up of addons: the system closes the handles.
    const report = reportOf("at once", "process.exit(0)");
    expect(report).toMatchObject({ systems: 1, documents: 0, violations: [] });
  });

  it("is nothing when the addon could give up what it had", () => {
    const report = reportOf("by itself", "");
    expect(report).toMatchObject({ systems: 0, operations: 0, documents: 0, processes: 0 });
  });
});
