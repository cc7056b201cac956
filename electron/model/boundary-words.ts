import type { Effect, HoleKind, Risk } from "./holes.ts";

export const kindWords: Readonly<Record<HoleKind, string>> = {
  folder: "Folder",
  volume: "Volume",
  pipe: "Pipe",
  port: "Port",
  network: "Network",
  device: "Device",
  namespace: "Namespace",
  channel: "Channel",
};

export const riskWords: Readonly<Record<Risk, string>> = { low: "Low", medium: "Medium", high: "High" };

export const effectWords: Readonly<Record<Effect, string>> = {
  "reads-host-files": "Host files can be read",
  "changes-host-files": "Host files can be changed",
  "keeps-data": "Its data outlives the container; the engine keeps it on the host",
  "controls-engine": "Full control of the engine",
  "talks-to-host-process": "Talks to a host process",
  "reachable-from-lan": "Reachable from the LAN",
  "reachable-from-host": "Reachable from this host only",
  "shares-container-network": "Sees traffic of the other container",
  "joins-network": "Reaches what else is in that network",
  "no-network": "No network at all",
  "shares-host-network": "Has the host's own network, and every port of it",
  "reaches-host-network":
    "Reaches what the host reaches, its own services too: QEMU can only answer UDP on a network that is open",
  "sees-host-processes": "Sees the host's processes and can signal them",
  "host-hardware": "Direct access to host hardware",
  "nearly-host-root": "May do nearly all that the host's root may",
  "agent-channel": "Isoscope's agent in the VM: consoles, logs and the process list go through it",
};
