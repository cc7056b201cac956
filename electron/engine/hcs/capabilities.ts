import type { Capabilities, Capability, HoleCapabilities } from "../../contract/engine.ts";
import { windowsCapability } from "../../model/isolation-limits.ts";
import { noHoles } from "../no-holes.ts";
import { NO_RESTART } from "./actions.ts";

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

const NO_IMAGES = no(
  "The Host Compute Service has layers, but no images: they are Docker's or containerd's.",
);

const NO_NETWORK = no(
  "A container that Isoscope makes through the Host Compute Service has no network; launch it with Docker.",
);

const MAPPED: HoleCapabilities = {
  ...{ folder: YES, pipe: YES },
  ...{ port: NO_NETWORK, network: NO_NETWORK, containerNetwork: NO_NETWORK },
  device: no("Isoscope hands devices in through Docker only."),
};

/** What the documents of a launch through HCS say. */
export const HCS_HOLES: Capabilities["holes"] = {
  process: MAPPED,
  hyperv: { ...MAPPED, device: windowsCapability("devices", "hyperv") },
};

/** What HCS can do on this host. Pausing is for the containers whose isolation allows it. */
export function hcsCapabilities(launch: Capability): Capabilities {
  return {
    launch: { process: launch, hyperv: launch },
    holes: launch.can ? HCS_HOLES : { process: noHoles(launch.reason), hyperv: noHoles(launch.reason) },
    ...{ interactive: launch, attach: launch, exec: YES, logs: launch },
    ...{ images: NO_IMAGES, importImage: NO_IMAGES, loadImages: NO_IMAGES },
    ...{ exportImage: NO_IMAGES, removeImage: NO_IMAGES },
    actions: {
      start: NO_RESTART,
      stop: YES,
      kill: YES,
      restart: NO_RESTART,
      pause: YES,
      unpause: YES,
      remove: YES,
    },
  };
}

/** Launching needs vmcompute.dll for the layers. */
export const launchCapability = (hasLayers: boolean): Capability =>
  hasLayers ? YES : no("vmcompute.dll, which mounts container layers, is missing on this Windows.");

/** Nothing works while HCS does not answer, and the reason is the same for all. */
export function noCapabilities(reason: string): Capabilities {
  const none = no(reason);
  return {
    launch: { process: none, hyperv: none },
    holes: { process: noHoles(reason), hyperv: noHoles(reason) },
    ...{ interactive: none, attach: none, exec: none, logs: none },
    ...{ images: none, importImage: none, loadImages: none, exportImage: none, removeImage: none },
    actions: { start: none, stop: none, kill: none, restart: none, pause: none, unpause: none, remove: none },
  };
}
