import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTAINER, control, E_ABORT, events, openHcs, readUntil, run, startContainer } from "./hcs.ts";
import { OPERATIONS, type Parts } from "./hcs-operations.ts";

const NOTHING = { systems: 0, processes: 0, operations: 0 };
const PROCESSES = JSON.stringify({ PropertyTypes: ["ProcessList"] });

/** What the stand-in has open, whoever opened it. */
async function open(): Promise<unknown> {
  const hcs = openHcs();
  const answer = await hcs.serviceProperties('{"PropertyTypes":["StandIn"]}');
  hcs.close();
  return JSON.parse(answer ?? "").Properties[0].StandIn;
}

const nothingIsOpen = () =>
  expect.poll(open, { timeout: 10_000 }).toEqual({ Documents: 0, Operations: 0, Systems: 0, Processes: 0 });

/** Notes in `order` what settles, when it does. */
function note(order: string[], name: string, call: Promise<unknown>): Promise<void> {
  return call.then(
    () => void order.push(name),
    () => void order.push(`${name} failed`),
  );
}

let parts: Parts;
beforeEach(async () => {
  control({});
  const hcs = openHcs();
  const system = await startContainer(hcs, "demo");
  parts = { hcs, system, process: await run(system, "ping") };
});
afterEach(async () => {
  control({});
  parts.hcs.close();
  await expect.poll(() => parts.hcs.live, { timeout: 10_000 }).toEqual(NOTHING);
  await nothingIsOpen();
});

describe("a service that hangs while it accepts a call", () => {
  for (const [op, call] of OPERATIONS) {
    it(`does not hold up others, and is given up by closing: ${op}`, async () => {
      control({ hangs: { [op]: "before" } });
      const order: string[] = [];
      const hung = call(parts);
      const settled = note(order, op, hung);
      await parts.hcs.serviceProperties("{}");
      (await parts.hcs.open("demo")).close();
      expect(order).toEqual([]);
      parts.hcs.close();
      expect(parts.hcs.live.operations).toBe(0);
      await expect(hung).rejects.toMatchObject({ op, hresult: E_ABORT });
      await settled;
    });

    it(`answers when it goes on: ${op}`, async () => {
      control({ hangs: { [op]: "before" } });
      const hung = call(parts).then(
        () => op,
        (error: unknown) => Reflect.get(Object(error), "op"),
      );
      await parts.hcs.serviceProperties("{}");
      control({});
      expect(await hung).toBe(op);
    });
  }

  it("makes the calls of that object wait in their order, and of no other", async () => {
    const fresh = await parts.hcs.create("fresh", CONTAINER);
    control({ hangs: { HcsStartComputeSystem: "before" } });
    const order: string[] = [];
    const calls = [
      note(order, "start", fresh.start()),
      note(order, "process", run(fresh, "cmd")),
      note(order, "terminate", fresh.terminate()),
    ];
    expect(await parts.system.properties(null)).toContain("demo");
    expect(await parts.process.properties()).toContain(`${parts.process.pid}`);
    expect(await parts.hcs.enumerate(null)).toContain("demo");
    expect(order).toEqual([]);
    // Refused, each settles as it is made: what is accepted ends in any order.
    const refused = { hresult: "0x80370114", when: "call" } as const;
    control({
      faults: {
        HcsStartComputeSystem: refused,
        HcsCreateProcess: refused,
        HcsTerminateComputeSystem: refused,
      },
    });
    await Promise.all(calls);
    expect(order).toEqual(["start failed", "process failed", "terminate failed"]);
  });

  it("never gets the calls that were given up before their turn", async () => {
    const fresh = await parts.hcs.create("fresh", CONTAINER);
    const second = await parts.hcs.open("fresh");
    control({ hangs: { HcsStartComputeSystem: "before" } });
    const calls = [fresh.start(), run(fresh, "cmd"), fresh.terminate()];
    await parts.hcs.enumerate(null);
    fresh.close();
    for (const call of calls) await expect(call).rejects.toMatchObject({ hresult: E_ABORT });
    control({});
    // The first of them had its turn.
    await expect.poll(() => second.properties(null)).toContain("Running");
    await expect.poll(() => parts.hcs.live.systems).toBe(2);
    expect(await second.properties(null)).toContain("Running");
    expect(await second.properties(PROCESSES)).not.toContain("cmd");
  });

  it("ends such calls when it goes away", async () => {
    const { first } = events(parts.system);
    control({ hangs: { HcsEnumerateComputeSystems: "before" } });
    const hung = parts.hcs.enumerate(null);
    control({ hangs: { HcsEnumerateComputeSystems: "before" }, disconnect: 1 });
    await expect(hung).rejects.toMatchObject({ hresult: 0x8037011e });
    expect((await first).type).toBe(0x02000000);
  });

  it("may hang in the second question about a new process", async () => {
    control({ quirks: ["createProcess"], hangs: { HcsGetProcessInfo: "before" } });
    const order: string[] = [];
    const creating = run(parts.system, "cmd");
    const settled = note(order, "created", creating);
    await parts.hcs.enumerate(null);
    expect(order).toEqual([]);
    control({ quirks: ["createProcess"] });
    const created = await creating;
    await created.write(Buffer.from("hello\r\n"));
    expect(await readUntil(created, "> hello")).toContain("hello");
    await settled;
    control({ quirks: ["createProcess"], hangs: { HcsGetProcessInfo: "before" } });
    const abandoned = run(parts.system, "cmd");
    await parts.hcs.enumerate(null);
    parts.system.close();
    await expect(abandoned).rejects.toMatchObject({ hresult: E_ABORT });
  });
});

describe("a service that completes a call before it has returned from it", () => {
  it("is answered when both have come", async () => {
    const fresh = await parts.hcs.create("fresh", CONTAINER);
    const second = await parts.hcs.open("fresh");
    control({ hangs: { HcsStartComputeSystem: "after" } });
    const order: string[] = [];
    const started = note(order, "start", fresh.start());
    await expect.poll(() => second.properties(null)).toContain("Running");
    await parts.hcs.enumerate(null);
    expect(order).toEqual([]);
    control({});
    await started;
    expect(order).toEqual(["start"]);
  });

  it("gives the new system, and the new process with its pipes, to who waits", async () => {
    control({ hangs: { HcsCreateComputeSystem: "after", HcsCreateProcess: "after" } });
    const creating = parts.hcs.create("fresh", CONTAINER);
    const starting = run(parts.system, "cmd");
    await expect.poll(() => parts.hcs.enumerate(null)).toContain("fresh");
    control({});
    expect((await creating).id).toBe("fresh");
    const started = await starting;
    await started.write(Buffer.from("hello\r\n"));
    expect(await readUntil(started, "> hello")).toContain("hello");
  });

  it("leaves nothing of what is given up meanwhile", async () => {
    const second = await parts.hcs.open("demo");
    control({ hangs: { HcsCreateComputeSystem: "after", HcsCreateProcess: "after" } });
    const calls = [parts.hcs.create("fresh", CONTAINER), run(parts.system, "cmd")];
    await expect.poll(() => second.properties(PROCESSES)).toContain("cmd");
    await expect.poll(() => parts.hcs.enumerate(null)).toContain("fresh");
    parts.hcs.close();
    for (const call of calls) await expect(call).rejects.toMatchObject({ hresult: E_ABORT });
  });
});
