import { describe, expect, inject, it } from "vitest";
import { AddonLoadError, loadAddon } from "../index.ts";

describe("loadAddon", () => {
  it("takes the first that loads", () => {
    expect(loadAddon(["/none/isoscope.node", inject("addonPath")])).toHaveProperty("ProcessReader");
  });

  it("names every path it tried, and why each did not do", () => {
    const load = () => loadAddon(["/none/isoscope.node", "node:path"]);
    expect(load).toThrow(AddonLoadError);
    expect(load).toThrow(
      expect.objectContaining({
        attempts: [
          { path: "/none/isoscope.node", reason: expect.stringContaining("Cannot find module") },
          { path: "node:path", reason: "It is not Isoscope's addon." },
        ],
      }),
    );
  });
});
