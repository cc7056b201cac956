import { describe, expect, it } from "vitest";
import { ManualClock } from "../engine/manual-clock.ts";
import { openProcessTable } from "./open-process-table.ts";

const deps = { clock: new ManualClock(), platform: "linux" } as const;

describe("openProcessTable", () => {
  it("refuses a platform without a provider with a typed reason", () => {
    expect(() => openProcessTable({ addonPaths: [] }, { ...deps, platform: "darwin" })).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: "unsupported" }) }),
    );
  });

  it("needs the addon on Windows", () => {
    expect(() => openProcessTable({ addonPaths: ["/none.node"] }, { ...deps, platform: "win32" })).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({
          code: "unsupported",
          detail: expect.stringContaining("/none.node"),
        }),
      }),
    );
  });

  it.runIf(process.platform === "linux")("reads in JavaScript without the addon, and says why", async () => {
    await using table = openProcessTable({ addonPaths: ["/none/isoscope.node"] }, deps);
    expect(table.facts).toMatchObject({ reader: "proc", births: "polling" });
    expect(table.facts.notes.join("\n")).toContain("/none/isoscope.node");
    const { rows, at } = await table.sample();
    expect(at).toBe(deps.clock.now());
    expect(rows).toContainEqual(
      expect.objectContaining({ pid: process.pid, ppid: process.ppid, unreadable: null }),
    );
    expect(table.kernel.bootId).toMatch(/^[0-9a-f-]{36}$/);
    expect(table.kernel.bootedAt).toBeLessThan(Date.now());
  });
});
