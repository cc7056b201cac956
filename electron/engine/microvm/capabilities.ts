import type { Capabilities, Capability } from "../../contract/engine.ts";
import { noHoles } from "../no-holes.ts";

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

/** What micro-VMs can do; launching only when `launch` says so. */
export function microVmCapabilities(launch: Capability): Capabilities {
  const images = no("Images come from the container engine; micro-VMs run what it has");
  return {
    launch: {
      process: no("A micro-VM always has a kernel of its own; process isolation is the container engine's"),
      hyperv: launch,
    },
    holes: {
      process: noHoles("A micro-VM always has a kernel of its own."),
      hyperv: noHoles("This version cannot open holes yet."),
    },
    ...{ interactive: YES, attach: YES, exec: YES, logs: YES },
    ...{ images, importImage: images, loadImages: images, exportImage: images, removeImage: images },
    actions: { start: YES, stop: YES, kill: YES, restart: YES, pause: YES, unpause: YES, remove: YES },
  };
}
