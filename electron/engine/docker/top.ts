import type { IsoscopeError } from "../../contract/errors.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { InsideList } from "../engine.ts";
import type { DockerContext } from "./engine-context.ts";
import type { DaemonFacts } from "./facts.ts";
import { containerPath } from "./ids.ts";
import { TopAnswer } from "./parse.ts";
import { readContainer } from "./read-container.ts";
import { topRows } from "./top-rows.ts";
import { parseAnswer } from "./wire-answer.ts";
import { explainHttp } from "./wire-errors.ts";

/**
 * Asks the daemon for the processes of one container. Costs a host `ps` there (about 20 ms) and makes an event, so it is
 * for what somebody looks at, and nothing is kept. Rejects with `not-found`, or `conflict` when it does not run.
 */
export async function readProcesses({ session, clock }: DockerContext, id: string): Promise<InsideList> {
  const { wire, facts } = session;
  const row = await readContainer(session, id);
  if (row === null) throw new IsoscopeFailure({ code: "not-found", what: "container", name: id });
  const call = { op: "top", path: containerPath(id, "/top"), query: { ps_args: columns(facts) } };
  const { text } = await explainHttp(wire.text(call), (status) => explainTop(status, id));
  // podman answers 200 with nothing when the container does not run.
  if (text.trim() === "") throw new IsoscopeFailure(notRunning);
  const at = clock.now();
  const onHost = facts.sharesHost && row.isolation === "process";
  const rows = topRows(parseAnswer("top", text, TopAnswer), { ...facts, onHost }, at);
  return { rows, source: `${facts.flavour} top`, at };
}

/** Windows refuses arguments. podman's own names keep it from running the image's `ps`. */
function columns({ os, flavour }: DaemonFacts): string | undefined {
  if (os === "windows") return undefined;
  return flavour === "podman" ? "hpid,pid,ppid,user,args" : "-eo pid,ppid,user,rss,etimes,args";
}

const notRunning: IsoscopeError = { code: "conflict", message: "The container is not running." };

function explainTop(status: number, id: string): IsoscopeError | undefined {
  if (status === 404) return { code: "not-found", what: "container", name: id };
  return status === 409 ? notRunning : undefined;
}
