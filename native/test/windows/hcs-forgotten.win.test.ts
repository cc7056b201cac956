import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NativeHcs } from "../../hcs.ts";
import { FIXTURE_IDS } from "../standin/fixtures.ts";
import { control, E_ABORT, openHcs, run, startContainer } from "./hcs.ts";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Turns of collecting after which what is still there is held by somebody. */
const TURNS = 10;

async function collectUntil(done: () => boolean): Promise<void> {
  if (typeof collect !== "function") throw new Error("no gc");
  for (let turn = 0; turn < TURNS && !done(); turn += 1) {
    collect();
    await nextTurn();
  }
}

describe("what nobody holds any more", () => {
  let hcs: NativeHcs;
  beforeEach(() => {
    control({ systems: ["foreign"] });
    hcs = openHcs();
  });
  afterEach(() => hcs.close());

  it("is closed when it is collected", async () => {
    await Promise.all(Array.from({ length: 20 }, () => hcs.open(FIXTURE_IDS.foreign)));
    expect(hcs.live.systems).toBe(20);
    await collectUntil(() => hcs.live.systems === 0);
    expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
  });

  it("lives while a call of it is under way", async () => {
    control({ systems: ["foreign"], never: ["HcsGetComputeSystemProperties"] });
    const asking = (await hcs.open(FIXTURE_IDS.foreign)).properties(null);
    await collectUntil(() => false);
    expect(hcs.live).toMatchObject({ systems: 1, operations: 1 });
    hcs.close();
    await expect(asking).rejects.toMatchObject({ hresult: E_ABORT });
  });

  it("lives while somebody listens to it", async () => {
    let tell = (_type: number) => {};
    const told = new Promise<number>((resolve) => {
      tell = resolve;
    });
    // Waited for, since an end before the watch is not told; kept by nobody afterwards.
    await startContainer(hcs, "watched").then((system) => system.watch(({ type }) => tell(type)));
    await collectUntil(() => false);
    await (await hcs.open("watched")).terminate();
    expect(await told).toBe(1);
  });

  it("does not take along what came out of it", async () => {
    const ping = await run(await startContainer(hcs, "outlived"), "fixture --stay");
    await collectUntil(() => false);
    expect(await ping.properties()).toContain(`${ping.pid}`);
  });
});
