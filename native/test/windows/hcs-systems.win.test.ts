import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NativeHcs } from "../../hcs.ts";
import { FIXTURE_IDS } from "../standin/fixtures.ts";
import { CONTAINER, control, E_ABORT, events, openHcs, startContainer } from "./hcs.ts";

const UTILITY_VM_CONTAINER = (id: string) =>
  JSON.stringify({
    SystemType: "Container",
    Name: id,
    Owner: "isoscope",
    HvPartition: true,
    HvRuntime: { ImagePath: "C:\\layers\\base\\UtilityVM" },
    TerminateOnLastHandleClosed: true,
  });

describe("compute systems", () => {
  let hcs: NativeHcs;
  beforeEach(() => {
    control({});
    hcs = openHcs();
  });
  afterEach(() => {
    hcs.close();
    expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  });

  const state = async (id: string): Promise<unknown> => {
    const found: unknown = JSON.parse((await hcs.enumerate(JSON.stringify({ Ids: [id] }))) ?? "[]");
    return Array.isArray(found) ? found[0]?.State : undefined;
  };

  it("tell of the service", async () => {
    const answer = await hcs.serviceProperties(JSON.stringify({ PropertyTypes: ["Basic"] }));
    expect(answer).toContain("SupportedSchemaVersions");
  });

  it("are listed, those of others too", async () => {
    control({ systems: ["docker-process", "wsl"] });
    const all = await hcs.enumerate(null);
    expect(all).toContain(FIXTURE_IDS["docker-process"]);
    expect(all).toContain('"WSL"');
    expect(await hcs.enumerate(JSON.stringify({ Owners: ["WSL"] }))).not.toContain("docker");
  });

  it("are created, started, asked and ended", async () => {
    const system = await hcs.create("demo", CONTAINER);
    expect(system.id).toBe("demo");
    expect(await state("demo")).toBe("Created");
    const { first } = events(system);
    await system.start();
    expect(await state("demo")).toBe("Running");
    const list = await system.properties(JSON.stringify({ PropertyTypes: ["ProcessList", "Statistics"] }));
    expect(list).toContain("CExecSvc.exe");
    expect(list).toContain("TotalRuntime100ns");
    await system.terminate();
    expect(await first).toMatchObject({ type: 1, data: expect.stringContaining("ForcedExit") });
    expect(await state("demo")).toBeUndefined();
  });

  it("of Hyper-V isolation are paused, saved and resumed; the others say no", async () => {
    const machine = await hcs.create("machine", UTILITY_VM_CONTAINER("machine"));
    await machine.start();
    await machine.pause();
    expect(await state("machine")).toBe("Paused");
    await machine.resume();
    expect(await state("machine")).toBe("Running");
    await expect(machine.save(JSON.stringify({ SaveType: "ToFile" }))).rejects.toMatchObject({
      op: "HcsSaveComputeSystem",
      hresult: expect.any(Number),
    });
    await machine.shutdown();
    const container = await startContainer(hcs, "plain");
    await expect(container.pause()).rejects.toMatchObject({ op: "HcsPauseComputeSystem" });
  });

  it("are modified", async () => {
    const system = await startContainer(hcs, "modified");
    const request = { ResourcePath: "Container/Memory/SizeInMB", RequestType: "Update", Settings: 512 };
    await expect(system.modify(JSON.stringify(request))).resolves.toBeDefined();
  });

  it("are opened by id, and say when there is none", async () => {
    control({ systems: ["foreign"] });
    const system = await hcs.open(FIXTURE_IDS.foreign);
    expect(system.id).toBe(FIXTURE_IDS.foreign);
    expect(await system.properties(null)).toContain("SomeoneElse");
    expect(hcs.live.systems).toBe(1);
    await expect(hcs.open("nobody")).rejects.toMatchObject({
      op: "HcsOpenComputeSystem",
      hresult: 0x8037010e,
      document: null,
    });
  });

  it("have one listener each", async () => {
    const system = await hcs.create("watched", CONTAINER);
    system.watch(() => {});
    expect(() => system.watch(() => {})).toThrow(expect.objectContaining({ hresult: 0x80370119 }));
  });

  it("are done with when closed: twice, and calls after it", async () => {
    const system = await hcs.create("closed", CONTAINER);
    system.close();
    system.close();
    await expect(system.start()).rejects.toMatchObject({ op: "HcsStartComputeSystem", hresult: E_ABORT });
    expect(() => system.watch(() => {})).toThrow(expect.objectContaining({ hresult: E_ABORT }));
    await expect(system.createProcess("{}")).rejects.toMatchObject({ hresult: E_ABORT });
    await expect(system.openProcess(1)).rejects.toMatchObject({ hresult: E_ABORT });
    expect(await state("closed")).toBeUndefined();
  });

  it("take what they are given as it is, but no NUL", async () => {
    const id = "демо-試-😀";
    const system = await hcs.create(id, CONTAINER);
    expect(system.id).toBe(id);
    expect(await system.properties(null)).toContain(id);
    await expect(async () => hcs.open("a\0b")).rejects.toThrow("NUL");
    expect(() => Reflect.construct(system.constructor, [])).toThrow("Illegal constructor");
  });

  it("belong to the environment's one session: the rest goes on when one is closed", async () => {
    const other = openHcs();
    const system = await hcs.create("shared", CONTAINER);
    other.close();
    await expect(other.enumerate(null)).rejects.toMatchObject({ hresult: E_ABORT });
    expect(await system.properties(null)).toContain("shared");
  });
});
