import type { Port } from "../../../contract/container.ts";

/** `TCP[HOST_FORWARD]  13  127.0.0.1 40123  10.0.2.15    80 …`; an address of `*` is every one. */
const FORWARD = /^\s*(TCP|UDP)\[HOST_FORWARD\]\s+\d+\s+(\S+)\s+(\d+)\s+\S+\s+(\d+)\s/;

const protocolOf = (word: string | undefined) => (word === "UDP" ? "udp" : "tcp");

/** The ports that are open, from QEMU's `info usernet`. Lines of another shape are no ports. */
export function publishedPorts(usernet: string): readonly Port[] {
  return usernet.split("\n").flatMap((line): readonly Port[] => {
    const [, protocol, address, host, container] = FORWARD.exec(`${line} `) ?? [];
    if (!protocol) return [];
    const hostIp = address === "*" ? "0.0.0.0" : (address ?? null);
    const numbers = { hostPort: Number(host), containerPort: Number(container) };
    return [{ hostIp, ...numbers, protocol: protocolOf(protocol) }];
  });
}
