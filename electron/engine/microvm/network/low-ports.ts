import { readFileSync } from "node:fs";
import type { PortForward } from "./port-forwards.ts";

const SETTING = "/proc/sys/net/ipv4/ip_unprivileged_port_start";

/** The lowest port every user may listen on. */
function firstFreeForAll(): number {
  try {
    return Number(readFileSync(SETTING, "utf8"));
  } catch {
    return 1024;
  }
}

/** Whether a port is among these that only root, or who was given that one right, may listen on. */
export function needsLowPorts(forwards: readonly PortForward[], first = firstFreeForAll()): boolean {
  return forwards.some(({ hostPort }) => hostPort !== 0 && hostPort < first);
}
