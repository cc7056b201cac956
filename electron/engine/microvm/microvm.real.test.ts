import { engineConformance } from "../conformance.ts";
import { buildGuestForTests, missingForTests, TEST_IMAGE, testBench } from "./fixtures/test-bench.ts";

engineConformance("microvm", async () => {
  const missing = await missingForTests();
  if (missing) return { skip: missing };
  await buildGuestForTests();
  const bench = await testBench();
  return {
    engine: bench.open(),
    image: TEST_IMAGE,
    isolation: "hyperv",
    patience: 200_000,
    close: () => bench.close(),
  };
});
