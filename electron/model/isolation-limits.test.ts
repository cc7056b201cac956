import { expect, it } from "vitest";
import { Isolation } from "../contract/engine.ts";
import { type LimitedOnWindows, WINDOWS_LIMITS, windowsCapability } from "./isolation-limits.ts";

it.each<[LimitedOnWindows, Isolation]>([
  ["pause", "process"],
  ["copyWhileRunning", "hyperv"],
  ["networkOfAnother", "hyperv"],
  ["devices", "hyperv"],
  ["combinedCpuLimits", "process"],
  ["hostPids", "hyperv"],
])("refuses %s under %s isolation only, and says why", (what, refusing) => {
  for (const isolation of Isolation.options) {
    const capability = windowsCapability(what, isolation);
    expect(capability.can).toBe(isolation !== refusing);
    if (!capability.can) expect(capability.reason).toBe(WINDOWS_LIMITS[what][isolation]);
  }
});

it("leaves it to Windows when the isolation is not known", () => {
  expect(windowsCapability("pause", null)).toEqual({ can: true });
});
