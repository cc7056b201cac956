import type { Capabilities, EngineStatus } from "../contract/engine.ts";
import { IsoscopeFailure } from "../contract/failure.ts";

type ImageCapability = keyof Pick<Capabilities, "importImage" | "loadImages" | "exportImage" | "removeImage">;

/** What an engine without images of its own answers: `unsupported`, with the reason its capabilities give. */
export abstract class ImagelessEngine {
  abstract readonly status: EngineStatus;

  importImage(): Promise<never> {
    return this.#refuse("importImage");
  }

  loadImages(): Promise<never> {
    return this.#refuse("loadImages");
  }

  exportImage(): Promise<never> {
    return this.#refuse("exportImage");
  }

  removeImage(): Promise<never> {
    return this.#refuse("removeImage");
  }

  #refuse(capability: ImageCapability): Promise<never> {
    const told = this.status.capabilities[capability];
    const reason = told.can ? "" : told.reason;
    return Promise.reject(new IsoscopeFailure({ code: "unsupported", capability, reason }));
  }
}
