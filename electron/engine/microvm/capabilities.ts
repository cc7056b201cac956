import type { Capabilities, Capability } from "../../contract/engine.ts";
import { noHoles } from "../no-holes.ts";

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

/** Which of the holes that take something of the host can be opened on it. */
export interface HostHoles {
  readonly folder: Capability;
  readonly port: Capability;
}

/** See decision 0023: QEMU's restricted network drops what answers a UDP port. */
const UDP_OPENS =
  "A UDP port also lets the micro-VM reach what this host reaches; with TCP ports alone nothing but the ports leads out.";

const withUdpNote = (port: Capability): Capability => (port.can ? { can: true, note: UDP_OPENS } : port);

const NO_NETWORKS = "A micro-VM has a network of its own and joins no other.";

/** What micro-VMs can do; launching only when `launch` says so, and holes only as `holes` says (else as launching). */
export function microVmCapabilities(launch: Capability, holes?: HostHoles): Capabilities {
  const images = no("Images come from the container engine; micro-VMs run what it has");
  return {
    launch: {
      process: no("A micro-VM always has a kernel of its own; process isolation is the container engine's"),
      hyperv: launch,
    },
    holes: {
      process: noHoles("A micro-VM always has a kernel of its own."),
      hyperv: {
        folder: holes?.folder ?? launch,
        pipe: no("A Unix socket connects processes under one kernel, and the micro-VM has its own."),
        port: withUdpNote(holes?.port ?? launch),
        network: no(NO_NETWORKS),
        containerNetwork: no(NO_NETWORKS),
        device: no(
          "Devices of the host are not handed to a micro-VM: that takes an IOMMU and the host losing them.",
        ),
      },
    },
    ...{ interactive: YES, attach: YES, exec: YES, logs: YES },
    ...{ images, importImage: images, loadImages: images, exportImage: images, removeImage: images },
    actions: { start: YES, stop: YES, kill: YES, restart: YES, pause: YES, unpause: YES, remove: YES },
  };
}
