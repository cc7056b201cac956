import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTAINER, control, E_ABORT, events, openHcs, readAll, run, startContainer } from "./hcs.ts";
import { type Call, OPERATIONS, type Parts } from "./hcs-operations.ts";

const ERROR_DOCUMENT = { Error: -1070137082, ErrorMessage: "It broke.", ErrorEvents: [] };

/** Every export without. */
const PLAIN: readonly (readonly [string, Call])[] = [
  ["HcsGetServiceProperties", ({ hcs }) => hcs.serviceProperties("{}")],
  ["HcsOpenComputeSystem", ({ hcs }) => hcs.open("demo")],
  ["HcsOpenProcess", ({ system, process }) => system.openProcess(process.pid)],
  ["HcsSetComputeSystemCallback", async ({ system }) => system.watch(() => {})],
  ["HcsSetProcessCallback", async ({ process }) => process.watch(() => {})],
];

describe("what goes wrong in HCS", () => {
  let parts: Parts;
  beforeEach(async () => {
    control({});
    const hcs = openHcs();
    const system = await startContainer(hcs, "demo");
    parts = { hcs, system, process: await run(system, "ping") };
  });
  afterEach(async () => {
    parts.hcs.close();
    // A call that was being made at that moment closes its handles as it returns.
    await expect.poll(() => parts.hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  });

  for (const hresult of ["0x8037011B", "0xC0370106", "0xD0000022", "0x800706BE"]) {
    it(`comes out as the operation's ${hresult}, with its document`, async () => {
      for (const [op, call] of OPERATIONS) {
        control({ faults: { [op]: { hresult, document: ERROR_DOCUMENT } } });
        const failure = await call(parts).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(Error);
        expect(failure).toMatchObject({ op, hresult: Number(hresult), document: expect.any(String) });
        expect(JSON.parse(Reflect.get(Object(failure), "document"))).toEqual(ERROR_DOCUMENT);
      }
      expect(parts.hcs.live).toMatchObject({ systems: 1, processes: 1, operations: 0 });
    });
  }

  it("comes out when the call itself is refused", async () => {
    for (const [op, call] of [...OPERATIONS, ...PLAIN]) {
      control({ faults: { [op]: { hresult: "0x80370114", when: "call" } } });
      await expect(call(parts)).rejects.toMatchObject({ op, hresult: 0x80370114 });
    }
    expect(parts.hcs.live).toMatchObject({ systems: 1, processes: 1, operations: 0 });
  });

  it("leaves nothing open of what was done and failed nevertheless", async () => {
    for (const op of ["HcsCreateComputeSystem", "HcsCreateProcess"]) {
      control({ faults: { [op]: { hresult: "0x80370106", when: "after" } } });
      await expect(OPERATIONS.find(([name]) => name === op)?.[1](parts)).rejects.toMatchObject({ op });
    }
    expect(parts.hcs.live).toMatchObject({ systems: 1, processes: 1, operations: 0 });
  });

  it("is every call's when the service is stopped", async () => {
    control({ stopped: true });
    await expect(parts.hcs.enumerate(null)).rejects.toMatchObject({ hresult: 0x80370114 });
    await expect(parts.hcs.serviceProperties("{}")).rejects.toMatchObject({ hresult: 0x80370114 });
  });

  it("is not hidden: documents come as they are, garbage too", async () => {
    const garbage = '{"half": [1, "\\u0000\uD83D';
    control({ documents: { HcsEnumerateComputeSystems: garbage } });
    expect(await parts.hcs.enumerate(null)).toContain('{"half": [1, ');
    control({ documents: { HcsEnumerateComputeSystems: "" } });
    expect(await parts.hcs.enumerate(null)).toBeOneOf(["", null]);
  });

  it("ends calls that never complete when their object, or all, is closed", async () => {
    control({ never: OPERATIONS.map(([op]) => op) });
    const ofSystem = [parts.system.properties(null), parts.system.terminate(), run(parts.system, "ping")];
    const ofProcess = parts.process.properties();
    const ofService = [parts.hcs.enumerate(null), parts.hcs.create("other", CONTAINER)];
    parts.system.close();
    for (const call of ofSystem) await expect(call).rejects.toMatchObject({ hresult: E_ABORT });
    parts.process.close();
    await expect(ofProcess).rejects.toMatchObject({ op: "HcsGetProcessProperties", hresult: E_ABORT });
    parts.hcs.close();
    for (const call of ofService) await expect(call).rejects.toMatchObject({ hresult: E_ABORT });
  });

  it("ends calls that wait when the service goes, and says so to the listeners", async () => {
    const never = ["HcsGetComputeSystemProperties", "HcsEnumerateComputeSystems"];
    control({ never });
    const { first } = events(parts.system);
    const waiting = [parts.system.properties(null), parts.hcs.enumerate(null)];
    control({ never, disconnect: 1 });
    for (const call of waiting) await expect(call).rejects.toMatchObject({ hresult: 0x8037011e });
    expect(await first).toEqual({ type: 0x02000000, data: null });
    await expect(parts.system.properties(null)).rejects.toMatchObject({ hresult: expect.any(Number) });
  });

  it("ends a read when the service goes and takes the process along", async () => {
    const reading = readAll(parts.process, "stderr");
    control({ disconnect: 2 });
    expect(await reading).toBe("");
  });

  it("may tell late: callbacks after the close find nobody", async () => {
    control({ lateCallbacks: true, delayMs: 20 });
    const { seen } = events(parts.system);
    const waiting = parts.system.terminate();
    parts.system.close();
    await expect(waiting).rejects.toMatchObject({ hresult: E_ABORT });
    // What comes late comes within this one.
    await parts.hcs.serviceProperties("{}");
    await parts.hcs.enumerate(null);
    expect(seen).toEqual([]);
  });

  it("may tell nothing: events that are lost are missed, and the calls still answer", async () => {
    control({ lostEvents: true });
    const { seen } = events(parts.system);
    await parts.system.terminate();
    await parts.hcs.enumerate(null);
    expect(seen).toEqual([]);
  });

  it("lets a listener close everything", async () => {
    const closed = new Promise<void>((resolve) => {
      parts.system.watch(() => {
        parts.hcs.close();
        resolve();
      });
    });
    const waiting = parts.system.terminate().catch(() => {});
    await closed;
    await waiting;
    expect(parts.hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  });
});
