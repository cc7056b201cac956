// @computecore none
import { copyFileSync, rmSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { ADDON_PATH, addon, openHcs } from "./hcs.ts";

const COMPUTECORE = "C:\\windows\\system32\\computecore.dll";

describe("a Windows without containers", () => {
  afterEach(() => rmSync(COMPUTECORE, { force: true }));

  it("loads the addon, which reads processes", async () => {
    const reader = new (addon().ProcessReader)();
    expect([...(await reader.snapshot()).described.pid]).toContain(process.pid);
    reader.close();
  });

  it("tells its version", () => {
    const version = addon().windowsVersion?.();
    expect(version).toMatchObject({ major: 10, minor: 0, revision: null, product: "client" });
    expect(version?.build).toBeGreaterThan(10_000);
    expect(version?.bootedAt).toBeLessThan(Date.now());
  });

  it("says that there is no computecore.dll", () => {
    expect(openHcs).toThrow(expect.objectContaining({ op: "LoadLibraryExW", win32: 126 }));
  });

  it("looks for it in System32 only", () => {
    const decoy = "computecore.dll";
    copyFileSync(ADDON_PATH, decoy);
    try {
      expect(openHcs).toThrow(expect.objectContaining({ win32: 126 }));
    } finally {
      rmSync(decoy);
    }
  });

  it("says which export a computecore.dll lacks, and looks again each time", () => {
    // A DLL, but not that one.
    copyFileSync(ADDON_PATH, COMPUTECORE);
    const lacking = { op: "GetProcAddress", win32: 127, symbol: "HcsCloseComputeSystem" };
    expect(openHcs).toThrow(expect.objectContaining(lacking));
    expect(openHcs).toThrow(expect.objectContaining(lacking));
  });
});
