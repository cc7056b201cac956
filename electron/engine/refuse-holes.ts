import type { Capabilities, HoleCapabilities } from "../contract/engine.ts";
import { IsoscopeFailure } from "../contract/failure.ts";
import type { LaunchHole } from "../contract/hole.ts";
import type { EngineLaunch } from "./engine.ts";

/** The capability that a hole asks for. */
export function holeCapability(hole: LaunchHole): keyof HoleCapabilities {
  if (hole.kind !== "network") return hole.kind;
  return hole.of === "container" ? "containerNetwork" : "network";
}

/** Throws `unsupported` for the first hole that the engine cannot open under the launch's isolation, with its reason. */
export function refuseHoles(
  { holes, isolation }: Pick<EngineLaunch, "holes" | "isolation">,
  capabilities: Pick<Capabilities, "holes">,
): void {
  for (const hole of holes) {
    const name = holeCapability(hole);
    const capability = capabilities.holes[isolation][name];
    if (capability.can) continue;
    throw new IsoscopeFailure({
      code: "unsupported",
      capability: `holes.${name}`,
      reason: `${holeInWords(hole)} cannot be opened. ${capability.reason}`,
    });
  }
}

/** Which one it is, as the start of a sentence. */
export function holeInWords(hole: LaunchHole): string {
  switch (hole.kind) {
    case "folder":
      return `The folder ${hole.source}`;
    case "pipe":
      return `The pipe ${hole.source}`;
    case "port":
      return `Port ${hole.containerPort}/${hole.protocol}`;
    case "network":
      return hole.of === "container"
        ? `The network of the container ${hole.name}`
        : `The network ${hole.name}`;
    case "device":
      return `The device ${hole.device}`;
  }
}
