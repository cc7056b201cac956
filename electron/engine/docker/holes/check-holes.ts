import { stat } from "node:fs/promises";
import type { IsoscopeError } from "../../../contract/errors.ts";
import type { LaunchHole } from "../../../contract/hole.ts";
import { windowsCapability } from "../../../model/isolation-limits.ts";
import type { EngineLaunch } from "../../engine.ts";
import { fail } from "../../failures.ts";
import { requireWordsOf } from "../../hole-words.ts";
import type { DockerContext } from "../engine-context.ts";
import type { DaemonFacts } from "../facts.ts";
import { readContainer } from "../read-container.ts";
import { ensurePortNetwork, hasNetwork } from "./port-network.ts";
import { portTaken, publisherOf } from "./port-taken.ts";

/**
 * Refuses, before anything is made, what a daemon would find only at the start or put right by itself: networks and
 * containers that are not there, ports that another container has, and on podman folders, which it would make.
 * Makes the network for ports where a daemon of our own needs one.
 */
export async function checkHoles(context: DockerContext, { holes }: EngineLaunch): Promise<void> {
  const { facts } = context.session;
  requireWordsOf(facts.os, holes);
  for (const [index, hole] of holes.entries()) {
    if ("source" in hole) await requireSource(facts, index, hole.source);
    if (hole.kind === "network") await requireNetwork(context, hole);
    if (hole.kind === "port") requireFreePort(context, hole);
  }
  const publishes = holes.some(({ kind }) => kind === "port");
  const hasNone = !facts.hasDefaultNetwork && !holes.some(({ kind }) => kind === "network");
  if (publishes && hasNone && facts.portBridge !== null) {
    await ensurePortNetwork(context.session, facts.portBridge);
  }
}

/** podman makes a folder that is missing; dockerd refuses it itself, and sees the host better than this process may. */
async function requireSource(
  { flavour, sharesHost }: DaemonFacts,
  index: number,
  source: string,
): Promise<void> {
  if (flavour !== "podman" || !sharesHost) return;
  const missing = await stat(source).then(
    () => false,
    (thrown: unknown) => thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT",
  );
  if (!missing) return;
  const message = "it does not exist on the host";
  throw fail({ code: "invalid", field: `holes.${index}.source`, message });
}

type NetworkHole = Extract<LaunchHole, { kind: "network" }>;

async function requireNetwork(context: DockerContext, { of, name }: NetworkHole): Promise<void> {
  if (of === "container") return requireContainer(context, name);
  const { session } = context;
  // No network to podman, but a mode.
  const isMode = name === "none" || (name === "host" && session.facts.os === "linux");
  if (!isMode && !(await hasNetwork(session, name))) throw fail({ code: "not-found", what: "network", name });
}

async function requireContainer({ session }: DockerContext, name: string): Promise<void> {
  const row = await readContainer(session, name);
  if (!row) throw fail({ code: "not-found", what: "container", name });
  if (session.facts.os === "windows") {
    const shares = windowsCapability("networkOfAnother", row.isolation);
    const capability = "holes.containerNetwork";
    if (!shares.can) throw fail({ code: "unsupported", capability, reason: shares.reason });
  }
  if (row.state !== "running" && row.state !== "paused") throw fail(notRunning(name));
}

const notRunning = (name: string): IsoscopeError => ({
  code: "conflict",
  message: `The container ${name} does not run, so it has no network to share.`,
  fix: `Start ${name}, then launch again.`,
});

function requireFreePort({ containers }: DockerContext, hole: Extract<LaunchHole, { kind: "port" }>): void {
  const publisher = publisherOf(hole, containers.store.values());
  if (publisher !== null) throw fail(portTaken(hole, publisher));
}
