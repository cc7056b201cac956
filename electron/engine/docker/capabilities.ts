import type { Capabilities, Capability } from "../../contract/engine.ts";
import { noHoles } from "../no-holes.ts";
import type { DaemonFacts } from "./facts.ts";
import { holeCapabilities } from "./holes/hole-capabilities.ts";
import { vmRuntime } from "./isolation.ts";

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

/** What this daemon can do. */
export function capabilitiesOf(facts: DaemonFacts): Capabilities {
  const launch = { process: YES, hyperv: ownKernel(facts) };
  return {
    launch,
    holes: holeCapabilities(facts, launch),
    interactive: YES,
    attach: YES,
    exec: YES,
    logs: YES,
    images: YES,
    importImage: facts.os === "windows" ? no("Windows daemons do not import root filesystems.") : YES,
    ...{ loadImages: YES, exportImage: YES, removeImage: YES },
    actions: { start: YES, stop: YES, kill: YES, restart: YES, pause: YES, unpause: YES, remove: YES },
  };
}

function ownKernel(facts: DaemonFacts): Capability {
  if (facts.os === "windows" || vmRuntime(facts) !== null) return YES;
  return facts.flavour === "podman"
    ? no("podman on Linux has no isolation option, and does not tell which VM runtimes are installed.")
    : no(`This daemon has no VM runtime (Kata Containers); it runs containers with ${facts.defaultRuntime}.`);
}

/** Nothing works while there is no daemon, and the reason is the same for all. */
export function noCapabilities(reason: string): Capabilities {
  const none = no(reason);
  return {
    launch: { process: none, hyperv: none },
    holes: { process: noHoles(reason), hyperv: noHoles(reason) },
    interactive: none,
    attach: none,
    exec: none,
    logs: none,
    images: none,
    ...{ importImage: none, loadImages: none, exportImage: none, removeImage: none },
    actions: { start: none, stop: none, kill: none, restart: none, pause: none, unpause: none, remove: none },
  };
}
