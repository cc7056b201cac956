import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import type { IsoscopeError } from "../../../contract/errors.ts";
import { fail } from "../../failures.ts";
import type { PortForward } from "./port-forwards.ts";

/** Tries each port that was asked for by number, so that the reason can be told. Rejects with `conflict`, `denied` or `invalid`. */
export async function checkPorts(forwards: readonly PortForward[]): Promise<void> {
  for (const forward of forwards) {
    if (forward.hostPort !== 0) await tryPort(forward);
  }
}

async function tryPort(forward: PortForward): Promise<void> {
  try {
    await (forward.protocol === "tcp" ? tryTcp(forward) : tryUdp(forward));
  } catch (error) {
    throw fail(portError(forward, error instanceof Error && "code" in error ? String(error.code) : ""));
  }
}

async function tryTcp({ hostIp, hostPort }: PortForward): Promise<void> {
  const server = createServer();
  server.listen({ host: hostIp, port: hostPort, exclusive: true });
  await once(server, "listening");
  server.close();
  await once(server, "close");
}

async function tryUdp({ hostIp, hostPort }: PortForward): Promise<void> {
  const socket = createSocket("udp4");
  try {
    socket.bind({ address: hostIp, port: hostPort, exclusive: true });
    await once(socket, "listening");
  } finally {
    socket.close();
  }
}

/** Why a port could not be taken, by the operating system's word for it. */
export function portError({ protocol, hostIp, hostPort }: PortForward, code: string): IsoscopeError {
  const what = `Port ${hostPort}/${protocol} of ${hostIp === "0.0.0.0" ? "this host" : hostIp}`;
  const detail = code === "" ? {} : { detail: code };
  if (code === "EACCES") {
    const fix = "Choose a port from 1024 up";
    return { code: "denied", reason: `${what} may only be opened by root`, fix, ...detail };
  }
  if (code === "EADDRNOTAVAIL") {
    return { code: "invalid", field: "holes", message: `${hostIp} is no address of this host`, ...detail };
  }
  const fix = "Choose another port, leave it empty for a free one, or end what listens there";
  return { code: "conflict", message: `${what} is in use`, fix, ...detail };
}
