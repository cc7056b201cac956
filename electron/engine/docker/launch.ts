import { IsoscopeFailure, toIsoscopeError } from "../../contract/failure.ts";
import type { EngineLaunch, WorkContext } from "../engine.ts";
import { capabilitiesOf } from "./capabilities.ts";
import type { DockerContext } from "./engine-context.ts";
import { containerPath } from "./ids.ts";
import { launchBody } from "./launch-body.ts";
import { explainCreate, noCommand, startFailure } from "./launch-errors.ts";
import { CreateAnswer } from "./parse.ts";
import { inspectContainer, readContainer } from "./read-container.ts";
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
  throwIfAborted(work);
  work.progress({ phase: "Creating the container" });
  throwIfAborted(work);
  const id = await create(context, spec);
  try {
    throwIfAborted(work);
    work.progress({ phase: "Starting the command" });
    await start(context, id);
    throwIfAborted(work);
    await requireIsolation(context, spec, id);
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
  const capability = capabilitiesOf(session.facts).launch[spec.isolation];
  if (capability.can) return;
  throw new IsoscopeFailure({
    code: "unsupported",
    capability: `launch.${spec.isolation}`,
    reason: capability.reason,
  });
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
  const { Id } = await explainHttp(made, (status, message) => explainCreate(spec, status, message));
  return Id;
}

async function start(context: DockerContext, id: string): Promise<void> {
  const path = containerPath(id, "/start");
  try {
    await context.session.wire.text({ op: "start", method: "POST", path, timeoutMs: null });
  } catch (thrown) {
    const error = toIsoscopeError(thrown);
    if (error.code !== "http") throw thrown;
    const exitCode = await exitCodeOf(context, id);
    throw new IsoscopeFailure(startFailure(error.message, exitCode), { cause: thrown });
  }
}

const exitCodeOf = (context: DockerContext, id: string): Promise<number | null> =>
  inspectContainer(context.session, id).then(
    ({ State }) => State.ExitCode,
    () => null,
  );

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
