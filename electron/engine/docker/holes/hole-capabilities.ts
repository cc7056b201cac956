import type { Capabilities, Capability, HoleCapabilities } from "../../../contract/engine.ts";
import { windowsCapability } from "../../../model/isolation-limits.ts";
import { noHoles } from "../../no-holes.ts";
import type { DaemonFacts } from "../facts.ts";

const YES: Capability = { can: true };
const no = (reason: string): Capability => ({ can: false, reason });

/** What a daemon can open in the boundary, by isolation. One that cannot launch under an isolation opens nothing there. */
export function holeCapabilities(facts: DaemonFacts, launch: Capabilities["launch"]): Capabilities["holes"] {
  const port = publishing(facts);
  const hyperv = facts.os === "windows" ? windowsHyperV(port) : kata(port);
  return {
    process: { ...ALL, port },
    hyperv: launch.hyperv.can ? hyperv : noHoles(launch.hyperv.reason),
  };
}

const ALL: Omit<HoleCapabilities, "port"> = {
  folder: YES,
  pipe: YES,
  network: YES,
  containerNetwork: YES,
  device: YES,
};

const windowsHyperV = (port: Capability): HoleCapabilities => ({
  ...ALL,
  port,
  containerNetwork: windowsCapability("networkOfAnother", "hyperv"),
  device: windowsCapability("devices", "hyperv"),
});

/** Kata Containers, documentation, "Limitations": a VM takes no network namespace of another container. */
const kata = (port: Capability): HoleCapabilities => ({
  ...ALL,
  port,
  pipe: no("A Unix socket of the host cannot be used through a VM's shared folder."),
  containerNetwork: no("A VM runtime (Kata Containers) cannot join another container's network."),
});

/** Whether there is a network that ports can be published from. */
function publishing({ hasDefaultNetwork, portBridge }: DaemonFacts): Capability {
  if (hasDefaultNetwork || portBridge !== null) return YES;
  return no(
    "This daemon runs without a default network (--bridge=none), so there is nothing to publish from.",
  );
}
