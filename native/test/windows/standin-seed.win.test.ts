import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NativeHcs } from "../../hcs.ts";
import { type Addon, loadAddon, type ProcessColumns } from "../../index.ts";
import { SEED } from "../standin/fixtures.ts";

const addon: Addon = loadAddon([process.env.ISOSCOPE_TEST_ADDON ?? ""]);
let hcs: NativeHcs;
let host: ProcessColumns;
let inside: ReadonlyMap<string, readonly { ProcessId: number; ImageName: string; CreateTimestamp: string }[]>;

async function processesOf(id: string) {
  const system = await hcs.open(id);
  const reply = await system.properties('{"PropertyTypes":["ProcessList"]}');
  system.close();
  return JSON.parse(reply ?? "").ProcessList;
}

/** One row of the host's table, in the units of Get-Process. */
function hostRow(pid: number) {
  const described = host.described.pid.indexOf(pid);
  const counted = host.counted.pid.indexOf(pid);
  const windows = host.counted.windows ?? expect.unreachable();
  return {
    name: host.described.name[described],
    handles: windows.handles[counted],
    npmKb: (windows.nonPagedBytes[counted] ?? 0) / 1024,
    pmKb: (windows.pagedBytes[counted] ?? 0) / 1024,
    wsKb: (host.counted.rssBytes[counted] ?? 0) / 1024,
    cpuSeconds: Math.round((host.counted.cpuMs[counted] ?? 0) / 10) / 100,
    session: windows.sessionId[counted],
  };
}

beforeAll(async () => {
  writeFileSync(process.env.HCS_STANDIN_CONTROL ?? "", '{"scenario":"seed"}');
  hcs = (addon.openHcs ?? expect.unreachable)();
  const ids = [SEED.processId, SEED.hyperVId];
  inside = new Map(await Promise.all(ids.map(async (id) => [id, await processesOf(id)] as const)));
  const reader = new addon.ProcessReader();
  host = await reader.snapshot();
  reader.close();
});

afterAll(() => hcs.close());

describe("the seed's table", () => {
  it("has ping inside and on the host under one PID, with its figures", () => {
    const { pid, ...figures } = SEED.ping;
    expect(inside.get(SEED.processId)).toContainEqual(
      expect.objectContaining({ ProcessId: pid, ImageName: "ping.exe" }),
    );
    expect(hostRow(pid)).toEqual({ name: expect.stringMatching(/^PING/), ...figures });
  });

  it("has the other ping inside only, and its worker on the host", () => {
    const { pid, ...figures } = SEED.vmwp;
    expect(inside.get(SEED.hyperVId)).toContainEqual(
      expect.objectContaining({ ProcessId: SEED.guestPing.pid }),
    );
    expect(host.described.pid.indexOf(SEED.guestPing.pid)).toBe(-1);
    expect(hostRow(pid)).toEqual({ name: expect.stringMatching(/^vmwp/), ...figures });
  });

  it("lets the worker's command line be read, which names its VM", async () => {
    const [system] = JSON.parse((await hcs.enumerate(JSON.stringify({ Ids: [SEED.hyperVId] }))) ?? "");
    const command = host.described.command[host.described.pid.indexOf(SEED.vmwp.pid)];
    expect(command?.toLowerCase()).toContain(system.RuntimeId);
  });
});
