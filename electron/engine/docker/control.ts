import type { ContainerState } from "../../contract/container.ts";
import type { Action } from "../../contract/engine.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import { WINDOWS_LIMITS } from "../../model/isolation-limits.ts";
import type { DockerContext } from "./engine-context.ts";
import type { DaemonFacts } from "./facts.ts";
import { containerPath } from "./ids.ts";
import { killSignal } from "./kill-signal.ts";
import { startFailure } from "./launch-errors.ts";
import { explainHttp } from "./wire-errors.ts";
import type { Query } from "./wire-query.ts";

interface Request {
  readonly method: "POST" | "DELETE";
  readonly rest: string;
  readonly query: Query;
  /** Shown while the daemon works on it. */
  readonly meanwhile?: ContainerState;
}

/** Does `action` and resolves when the daemon has done it and the row shows it. `stop` has the daemon's own grace. */
export async function controlContainer(
  context: DockerContext,
  id: string,
  action: Action,
  signal: string | undefined,
): Promise<void> {
  const { method, rest, query, meanwhile } = requestFor(action, signal, context.session.facts);
  const path = containerPath(id, rest);
  const call = { op: action, method, path, query, timeoutMs: null };
  const work = async () => {
    await explainHttp(context.session.wire.text(call), (status, message) =>
      explainControl(id, action, status, message),
    );
  };
  if (meanwhile) return context.containers.during(context.session, id, meanwhile, work);
  await work();
  await context.containers.refresh(context.session, id);
}

function requestFor(action: Action, signal: string | undefined, { flavour, os }: DaemonFacts): Request {
  const query = graceOf(flavour);
  switch (action) {
    case "start":
      return { method: "POST", rest: "/start", query: {}, meanwhile: "starting" };
    case "stop":
      return { method: "POST", rest: "/stop", query, meanwhile: "stopping" };
    case "restart":
      return { method: "POST", rest: "/restart", query, meanwhile: "starting" };
    case "remove":
      return { method: "DELETE", rest: "", query: { force: true, v: true }, meanwhile: "removing" };
    case "kill":
      return { method: "POST", rest: "/kill", query: { signal: killSignal(signal ?? "KILL", os) } };
    case "pause":
    case "unpause":
      return { method: "POST", rest: `/${action}`, query: {} };
  }
}

/**
 * Seconds between asking and forcing. dockerd knows each container's own, else 10, on Windows 30; podman 4.3 gives those
 * made by API none.
 */
const graceOf = (flavour: "docker" | "podman"): Query => (flavour === "podman" ? { t: 10 } : {});

/** podman answers 500 where dockerd answers 409, and dockerd itself does so for `unpause`. */
export function explainControl(
  id: string,
  action: Action,
  status: number,
  message: string,
): IsoscopeError | undefined {
  if (status === 404) return { code: "not-found", what: "container", name: id };
  if (/not implemented/i.test(message)) {
    const fix = "Launch it under Hyper-V isolation to pause it.";
    return { code: "unsupported", capability: action, reason: WINDOWS_LIMITS.pause.process, fix };
  }
  if (status === 400 && /signal/i.test(message)) return { code: "invalid", field: "signal", message };
  if (action === "start" && status !== 409) return startFailure(message, null);
  const wrongState = status === 409 || /not (?:running|paused)|already paused|state improper/i.test(message);
  return wrongState ? { code: "conflict", message } : undefined;
}
