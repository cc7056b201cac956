// @computecore 1809
import { describe, expect, it } from "vitest";
import { openHcs, run, startContainer } from "./hcs.ts";

describe("computecore.dll of Windows 10 1809", () => {
  it("does all that is needed; what it lacks is named", async () => {
    const hcs = openHcs();
    expect([...hcs.missing].sort()).toEqual([
      "HcsCrashComputeSystem",
      "HcsGrantVmGroupAccess",
      "HcsRevokeVmGroupAccess",
      "HcsWaitForComputeSystemExit",
      "HcsWaitForProcessExit",
    ]);
    const system = await startContainer(hcs, "old");
    const ping = await run(system, "ping");
    expect(ping.pid).toBeGreaterThan(0);
    hcs.close();
  });
});
