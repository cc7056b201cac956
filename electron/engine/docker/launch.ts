import { IsoscopeFailure, toIsoscopeError } from "../../contract/failure.ts";
import type { EngineLaunch, WorkContext } from "../engine.ts";
import { refuseHoles } from "../refuse-holes.ts";
import { capabilitiesOf } from "./capabilities.ts";
import type { DockerContext } from "./engine-context.ts";
import { explainStart } from "./explain-start.ts";
import { checkHoles } from "./holes/check-holes.ts";
import { containerPath } from "./ids.ts";
import { launchBody } from "./launch-body.ts";
import { explainCreate, noCommand } from "./launch-errors.ts";
import { CreateAnswer } from "./parse.ts";
import { readContainer } from "./read-container.ts";
import { inspectImage } from "./read-image.ts";
import { explainHttp } from "./wire-errors.ts";

/**
 * Creates and starts a container. Requests that change something are not torn off on abort, since the daemon would finish
 * them unseen: the abort takes effect between the steps, and what was made is removed before the rejection.
 */
export async function launchContainer(
  context: DockerContext,
  spec: EngineLaunch,
  work: WorkContext,
): Promise<string> {
  refuseUnsupported(context, spec);
  await requireCommand(context, spec);
  await checkHoles(context, spec);
  throwIfAborted(work);
  work.progress({ phase: "Creating the container" });
  throwIfAborted(work);
  const id = await create(context, spec);
  try {
    throwIfAborted(work);
    await requireIsolation(context, spec, id);
    work.progress({ phase: "Starting the command" });
    throwIfAborted(work);
    await start(context, spec, id);
    throwIfAborted(work);
  } catch (thrown) {
    await discard(context, id);
    throw thrown;
  }
  await context.containers.refresh(context.session, id);
  return id;
}

function throwIfAborted({ signal }: WorkContext): void {
  if (signal.aborted) throw new IsoscopeFailure({ code: "cancelled", op: "launch" });
}

function refuseUnsupported({ session }: DockerContext, spec: EngineLaunch): void {
  const capabilities = capabilitiesOf(session.facts);
  const capability = capabilities.launch[spec.isolation];
  if (!capability.can) {
    throw new IsoscopeFailure({
      code: "unsupported",
      capability: `launch.${spec.isolation}`,
      reason: capability.reason,
    });
  }
  refuseHoles(spec, capabilities);
}

/** An image without a command needs one from the caller. Rejects with `image-missing` too. */
async function requireCommand({ session }: DockerContext, spec: EngineLaunch): Promise<void> {
  if (spec.command.length > 0) return;
  const { Config } = await inspectImage(session, spec.image);
  if (Config.Entrypoint.length + Config.Cmd.length === 0) throw new IsoscopeFailure(noCommand(spec.image));
}

async function create({ session }: DockerContext, spec: EngineLaunch): Promise<string> {
  const call = {
    op: "create the container",
    method: "POST",
    path: "/containers/create",
    query: { name: spec.name ?? undefined },
    json: launchBody(spec, session.facts),
    timeoutMs: null,
  } as const;
  const made = session.wire.json(call, CreateAnswer);
  const { Id } = await explainHttp(made, (status, message) =>
    explainCreate(spec, status, message, session.facts.os),
  );
  return Id;
}

async function start(context: DockerContext, spec: EngineLaunch, id: string): Promise<void> {
  const { session } = context;
  const path = containerPath(id, "/start");
  try {
    await session.wire.text({ op: "start", method: "POST", path, timeoutMs: null });
  } catch (thrown) {
    const error = toIsoscopeError(thrown);
    if (error.code !== "http") throw thrown;
    throw new IsoscopeFailure(await explainStart(session, spec, id, error.message), { cause: thrown });
  }
}

/** A daemon may take the wish for an isolation and ignore it: only what inspect says counts. */
async function requireIsolation(context: DockerContext, spec: EngineLaunch, id: string): Promise<void> {
  const row = await readContainer(context.session, id);
  if (row === null || row.isolation === spec.isolation) return;
  if (row.isolation === null && spec.isolation === "process") return;
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: `launch.${spec.isolation}`,
    reason: `The daemon made the container with another isolation than asked for. ${row.isolationEvidence}`,
  });
}

/** Removes what a failed launch has made. When the daemon is gone too there is nothing to be done about it. */
async function discard({ session, containers }: DockerContext, id: string): Promise<void> {
  const query = { force: true, v: true };
  const call = { op: "remove", method: "DELETE", path: containerPath(id), query, timeoutMs: null } as const;
  await session.wire
    .text(call)
    .then(() => containers.refresh(session, id))
    .catch(() => {});
}
