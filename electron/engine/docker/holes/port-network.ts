import { z } from "zod";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import type { Session } from "../negotiate.ts";
import { explainHttp } from "../wire-errors.ts";

/** The network in which a daemon of our own, which runs without a bridge, publishes ports. */
export const PORT_NETWORK = "isoscope";

const Made = z.looseObject({ Id: z.string() });

/**
 * Makes the network for published ports where it is missing. It leads to the host and nowhere else: neither addresses are
 * translated nor packets forwarded, so that the host's firewall stays as it is; `docker-proxy` carries what comes in.
 */
export async function ensurePortNetwork(session: Session, bridge: string): Promise<void> {
  const { wire } = session;
  if (await hasNetwork(session, PORT_NETWORK)) return;
  const json = {
    Name: PORT_NETWORK,
    Driver: "bridge",
    CheckDuplicate: true,
    Options: {
      "com.docker.network.bridge.name": bridge,
      "com.docker.network.bridge.enable_ip_masquerade": "false",
    },
  };
  const call = { op: "make a network", method: "POST", path: "/networks/create", json } as const;
  // Two launches at once: the other one's is as good.
  await explainHttp(wire.json(call, Made), (status, message) =>
    status === 409 ? { code: "conflict", message } : undefined,
  ).catch(async (thrown: unknown) => {
    if (!(await hasNetwork(session, PORT_NETWORK))) throw thrown;
  });
}

/** Whether the daemon knows a network of this name or id. */
export async function hasNetwork({ wire }: Session, name: string): Promise<boolean> {
  const path = `/networks/${encodeURIComponent(name)}`;
  const answer = explainHttp(wire.json({ op: "read a network", path }, Made), (status) =>
    status === 404 ? { code: "not-found", what: "network", name } : undefined,
  );
  return answer.then(() => true, isMissing);
}

function isMissing(thrown: unknown): false {
  if (thrown instanceof IsoscopeFailure && thrown.error.code === "not-found") return false;
  throw thrown;
}
