import { platform } from "node:os";
import { describe, expect, it } from "vitest";

describe("the harness", () => {
  it("runs tests in Windows' Node", () => {
    expect(platform()).toBe("win32");
    expect(process.versions.node).toMatch(/^22\./);
  });

  it("tells where the addon and the control file are", () => {
    expect(process.env.ISOSCOPE_TEST_ADDON).toMatch(/^Z:\\.*\\isoscope\.node$/);
    expect(process.env.HCS_STANDIN_CONTROL).toMatch(/^Z:\\.*control\.json$/);
  });

  it("keeps back what would change a Windows program", () => {
    expect([process.env.DISPLAY, process.env.NODE_OPTIONS]).toEqual([undefined, undefined]);
  });
});
