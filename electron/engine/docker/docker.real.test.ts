import { engineConformance } from "../conformance.ts";
import { openPrivateDockerd, whyNoDockerd } from "./fixtures/private-dockerd.ts";

engineConformance("docker", async () => {
  const skip = whyNoDockerd();
  if (skip !== null) return { skip };
  const { engine, image, close } = await openPrivateDockerd();
  return { engine, image, isolation: "process", close };
});
