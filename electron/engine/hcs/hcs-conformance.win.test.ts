import { engineConformance } from "../conformance.ts";
import { standInBench } from "./fixtures/stand-in-bench.ts";
import { STAND_IN } from "./fixtures/stand-in-dialect.ts";

for (const isolation of ["process", "hyperv"] as const) {
  engineConformance(`hcs on the stand-in, ${isolation}`, async () => {
    const { engine, image, close } = await standInBench();
    return { engine, image, isolation, dialect: STAND_IN, close };
  });
}
