import { release } from "node:os";
import { expect, it } from "vitest";
import { queryRegistry } from "./query-registry.ts";
import { registryValues } from "./registry-values.ts";
import { windowsMachine } from "./windows-machine.ts";

const CURRENT_VERSION = String.raw`HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion`;

it("reads what reg.exe prints", async () => {
  const values = registryValues((await queryRegistry(CURRENT_VERSION)) ?? "");
  expect(values.get("currentversion")).toMatch(/^\d+\.\d+$/);
  expect(values.get("systemroot")).toMatch(/^[A-Z]:\\windows$/i);
});

it("a key that is not there is null, which is not a failure", async () => {
  expect(await queryRegistry(String.raw`HKLM\SOFTWARE\Isoscope\Absent`)).toBeNull();
});

it("gathers the machine's facts, whatever this Windows tells", async () => {
  const facts = await windowsMachine({
    ...{ release: release(), product: null, query: queryRegistry },
    processNames: async () => [],
  });
  expect(facts.windows?.build).toBeGreaterThan(0);
  expect([null, false]).toContain(facts.hypervisor.usable);
});
