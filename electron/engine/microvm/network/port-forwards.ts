import type { IsoscopeError } from "../../../contract/errors.ts";
import type { LaunchHole } from "../../../contract/hole.ts";
import { fail } from "../../failures.ts";

/** The machine's place in QEMU's user-mode network. */
export const GUEST_NETWORK = {
  address: "10.0.2.15",
  netmask: "255.255.255.0",
  gateway: "10.0.2.2",
} as const;

/** A port of the host that leads into the machine. */
export interface PortForward {
  readonly protocol: "tcp" | "udp";
  /** IPv4; "0.0.0.0" is every address. */
  readonly hostIp: string;
  /** 0: QEMU takes a free one. */
  readonly hostPort: number;
  readonly containerPort: number;
}

const EVERY_ADDRESS = "0.0.0.0";

/** The ports among the holes of a launch. Throws `invalid` for an IPv6 address, which QEMU's network cannot listen on. */
export function portForwards(holes: readonly LaunchHole[]): readonly PortForward[] {
  return holes.flatMap((hole, index): readonly PortForward[] => {
    if (hole.kind !== "port") return [];
    const { protocol, hostIp = EVERY_ADDRESS, hostPort = 0, containerPort } = hole;
    if (!hostIp.includes(":")) return [{ protocol, hostIp, hostPort, containerPort }];
    const message = `${hostIp}: a micro-VM's ports can be published on IPv4 addresses only`;
    throw fail({ code: "invalid", field: `holes.${index}.hostIp`, message });
  });
}

/**
 * QEMU's option for a user-mode network with these ports. Nothing else gets through, in or out, as long as they are all
 * TCP: `restrict` would drop the answers of UDP ports, too.
 */
export function userNetwork(forwards: readonly PortForward[]): string {
  const restrict = forwards.every(({ protocol }) => protocol === "tcp") ? "on" : "off";
  const rules = forwards.map(
    ({ protocol, hostIp, hostPort, containerPort }) =>
      `hostfwd=${protocol}:${hostIp}:${hostPort}-${GUEST_NETWORK.address}:${containerPort}`,
  );
  return ["user", "id=network", `restrict=${restrict}`, ...rules].join(",");
}

const REFUSED = /Could not set up host forwarding rule '([^']+)'/i;

/** Why QEMU ended before it began, where that was a port somebody else has taken in the meantime. */
export function refusedForward(log: string): IsoscopeError | null {
  const rule = REFUSED.exec(log)?.[1];
  if (rule === undefined) return null;
  const fix = "Choose another port, leave it empty for a free one, or end what listens there";
  return { code: "conflict", message: `A port could not be published: ${rule}`, fix, detail: log };
}
