import type { HoleCapabilities } from "../contract/engine.ts";

/** An engine that can open no hole, always for the same reason. */
export function noHoles(reason: string): HoleCapabilities {
  const no = { can: false, reason } as const;
  return { folder: no, pipe: no, port: no, network: no, containerNetwork: no, device: no };
}
