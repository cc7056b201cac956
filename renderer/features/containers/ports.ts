import type { Port } from "../../../electron/contract/container.ts";

/** Published ports as `8080→80`, unpublished as `6379`, other protocols than TCP named. Each once. */
export function portsText(ports: readonly Port[]): string {
  const each = ports.map((port) => {
    const inside =
      port.protocol === "tcp" ? `${port.containerPort}` : `${port.containerPort}/${port.protocol}`;
    return port.hostPort === null ? inside : `${port.hostPort}→${inside}`;
  });
  return [...new Set(each)].join(", ");
}
