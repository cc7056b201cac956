import type { Capabilities, EngineStatus } from "../contract/engine.ts";
import { IsoscopeFailure } from "../contract/failure.ts";

type ImageCapability = keyof Pick<Capabilities, "importImage" | "loadImages" | "exportImage" | "removeImage">;

/** The answer of an engine without images of its own: `unsupported`, with the reason its capabilities give. */
export function refuseImages({ capabilities }: EngineStatus, capability: ImageCapability): Promise<never> {
  const told = capabilities[capability];
  const reason = told.can ? "" : told.reason;
  return Promise.reject(new IsoscopeFailure({ code: "unsupported", capability, reason }));
}
