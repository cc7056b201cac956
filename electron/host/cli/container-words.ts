import type { Container } from "../../contract/container.ts";
import type { HostInfo } from "../../contract/contract.ts";
import { formatDuration, shownName, UNKNOWN } from "../../model/format.ts";

/** What the host shows of it: its own processes, or the worker that wraps its VM. */
export function footprintText({ footprint }: Pick<Container, "footprint">): string {
  switch (footprint.kind) {
    case "none":
      return "nothing";
    case "unknown":
      return UNKNOWN;
    case "worker":
      return `its worker ${footprint.worker.name}`;
    case "processes":
      return footprint.others === 0 ? "its process" : `its process and ${footprint.others} more`;
  }
}

/** The host's number of the container's own command, or of its worker. */
export function hostPid({ footprint }: Pick<Container, "footprint">): string {
  if (footprint.kind === "worker") return String(footprint.worker.pid);
  return footprint.kind === "processes" && footprint.main ? String(footprint.main.pid) : UNKNOWN;
}

/** Its state, with how and when it ended, or for how long it has been running. */
export function stateText(container: Container, now: number): string {
  const { state, exitCode, startedAt, finishedAt } = container;
  const code = state === "exited" && exitCode !== null ? ` (${exitCode})` : "";
  const since = ENDED.has(state) ? finishedAt : startedAt;
  const ago = since === null ? "" : ` ${formatDuration(now - since)}${ENDED.has(state) ? " ago" : ""}`;
  return `${state}${code}${ago}`;
}

const ENDED: ReadonlySet<Container["state"]> = new Set(["exited", "failed"]);
const AT_REST: ReadonlySet<Container["state"]> = new Set(["created", "exited", "failed"]);

/** Whether it is of those that `ps` lists without being asked for all. */
export const isActive = ({ state }: Container): boolean => !AT_REST.has(state);

export const isolationWord = (
  { isolation }: Pick<Container, "isolation">,
  words: HostInfo["words"],
): string => (isolation === null ? UNKNOWN : words[isolation]);

/** As Docker shortens ids; others are short already. */
export const shortId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : id);

export const nameOf = ({ name }: Pick<Container, "name">): string => shownName(name);
