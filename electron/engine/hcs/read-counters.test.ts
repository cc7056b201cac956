import { expect, test } from "vitest";
import { glanceAt } from "./documents/parse-document.ts";
import { Properties } from "./documents/properties.ts";
import { countersFrom } from "./read-counters.ts";

const read = (statistics: string) => {
  const text = `{"Id":"a","SystemType":"Container","Statistics":${statistics}}`;
  return countersFrom(glanceAt(text, Properties)?.Statistics ?? {}, 5);
};

test("reads HCS's units, also those wider than a number", () => {
  const counters = read(
    '{"Processor":{"TotalRuntime100ns":1234560000},"Memory":{"MemoryUsagePrivateWorkingSetBytes":31457280},' +
      '"Storage":{"ReadSizeBytes":9223372036854775808,"WriteSizeBytes":7},' +
      '"Network":[{"BytesReceived":10,"BytesSent":1},{"BytesReceived":5,"BytesSent":2}]}',
  );
  expect(counters).toMatchObject({ at: 5, cpuMs: 123_456, memoryBytes: 31_457_280, rxBytes: 15, txBytes: 3 });
  expect(counters).toMatchObject({ readBytes: 2 ** 63, writeBytes: 7, why: {} });
});

test("what HCS leaves out is null with a reason, never 0", () => {
  const counters = read('{"Uptime100ns":5}');
  expect(counters).toMatchObject({ cpuMs: null, memoryBytes: null, rxBytes: null, readBytes: null });
  expect(Object.keys(counters.why).sort()).toEqual(["cpu", "disk", "memory", "network"]);
});
