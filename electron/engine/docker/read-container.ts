import { Isolation } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { EngineContainer } from "../engine.ts";
import { containerPath } from "./ids.ts";
import { EXPORT_LABEL } from "./labels.ts";
import { type Besides, toContainer } from "./map.ts";
import type { Session } from "./negotiate.ts";
import { ContainerInspect, ContainerListAnswer, LibpodInspect } from "./parse.ts";
import { explainHttp } from "./wire-errors.ts";

/** An entry of the list: which containers there are, and which of them are our own helpers. */
export interface ListedContainer {
  readonly id: string;
  /** ms since the Unix epoch */
  readonly createdAt: number;
  /** Made only to read an image's files; never shown. */
  readonly helper: boolean;
}

export async function listContainers({ wire }: Session): Promise<readonly ListedContainer[]> {
  const call = { op: "list containers", path: "/containers/json", query: { all: true } };
  const listed = await wire.json(call, ContainerListAnswer);
  return listed.map(({ Id, Created, Labels }) => ({
    id: Id,
    createdAt: Created * 1000,
    helper: EXPORT_LABEL in Labels,
  }));
}

/**
 * Which containers a Windows daemon lists under which isolation: two calls for all of them, where inspect would be one for
 * each. Empty on Linux, where the filter is ignored or refused, and from a daemon that refuses it: then inspect is left.
 */
export async function listIsolations(session: Session): Promise<ReadonlyMap<string, Isolation>> {
  if (session.facts.os !== "windows") return new Map();
  const lists = await Promise.all(Isolation.options.map((isolation) => listedAs(session, isolation)));
  return new Map(lists.flat());
}

async function listedAs({ wire }: Session, isolation: Isolation) {
  const query = { all: true, filters: JSON.stringify({ isolation: [isolation] }) };
  const call = { op: "list containers", path: "/containers/json", query };
  const listed = await wire.json(call, ContainerListAnswer).catch(noneWhenRefused);
  return listed.map(({ Id }) => [Id, isolation] as const);
}

function noneWhenRefused(thrown: unknown): [] {
  if (thrown instanceof IsoscopeFailure && thrown.error.code === "http") return [];
  throw thrown;
}

/** Changes the daemon's 404 about a container into `not-found`. */
export const orNoContainer = <T>(work: Promise<T>, id: string): Promise<T> =>
  explainHttp(work, (status) =>
    status === 404 ? { code: "not-found", what: "container", name: id } : undefined,
  );

/** What the daemon knows of one container. Rejects with `not-found`. */
export const inspectContainer = ({ wire }: Session, id: string): Promise<ContainerInspect> =>
  orNoContainer(wire.json({ op: "inspect", path: containerPath(id, "/json") }, ContainerInspect), id);

/** Reads one container; null when it is gone, or is one of our own helpers. */
export async function readContainer(
  session: Session,
  id: string,
  besides: Omit<Besides, "runtime"> = {},
): Promise<EngineContainer | null> {
  try {
    const inspected = await inspectContainer(session, id);
    if (EXPORT_LABEL in inspected.Config.Labels) return null;
    return toContainer(inspected, session.facts, { ...besides, runtime: await runtimeOf(session, id) });
  } catch (thrown) {
    if (thrown instanceof IsoscopeFailure && thrown.error.code === "not-found") return null;
    throw thrown;
  }
}

/** podman answers "oci" for any runtime; its own API names it. */
async function runtimeOf({ wire, facts }: Session, id: string): Promise<string | null> {
  if (facts.flavour !== "podman") return null;
  const call = { op: "inspect", path: `/libpod${containerPath(id, "/json")}` };
  const inspected = await orNoContainer(wire.json(call, LibpodInspect), id);
  return inspected.OCIRuntime || null;
}
