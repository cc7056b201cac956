import { expect } from "vitest";
import { systemClock } from "../clock.ts";
import { engineConformance } from "../conformance.ts";
import { FAKE_IMAGE, fakeBench } from "./fixtures/fake-bench.ts";
import { STAND_IN } from "./fixtures/stand-in-dialect.ts";

for (const isolation of ["process", "hyperv"] as const) {
  engineConformance(`hcs in memory, ${isolation}`, async () => {
    const { engine, hcs, close } = await fakeBench(systemClock);
    return {
      ...{ engine, image: FAKE_IMAGE, isolation, dialect: STAND_IN },
      close: async () => {
        expect(hcs.live).toEqual({ systems: 0, processes: 0, operations: 0 });
        expect([...hcs.layers.made, ...hcs.layers.mounted, ...hcs.systems.keys()]).toEqual([]);
        await close();
      },
    };
  });
}
