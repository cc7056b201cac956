import type { Container, ContainerState } from "../../../electron/contract/container.ts";
import type { Action } from "../../../electron/contract/engine.ts";
import { pendingWords } from "../../strings/containers.ts";
import { errorText } from "../../ui/error-text.ts";
import { StatusMark, type StatusShape } from "../../ui/status-mark.tsx";

const SHAPES: Readonly<Record<ContainerState, StatusShape>> = {
  created: "ring",
  starting: "spin",
  running: "dot",
  paused: "bars",
  stopping: "spin",
  exited: "ring",
  failed: "diamond",
  removing: "spin",
  unknown: "ring",
};

const WORDS: Readonly<Record<ContainerState, string>> = {
  created: "Created",
  starting: "Starting",
  running: "Running",
  paused: "Paused",
  stopping: "Stopping",
  exited: "Exited",
  failed: "Failed",
  removing: "Removing",
  unknown: "Unknown",
};

/** The state in words, e.g. "Exited (137)". */
export function statusWord(container: Container): string {
  const word = WORDS[container.state];
  return container.state === "exited" && container.exitCode !== null
    ? `${word} (${container.exitCode})`
    : word;
}

interface StatusCellProps {
  readonly container: Container;
  readonly pending: Action | undefined;
}

export function StatusCell({ container, pending }: StatusCellProps) {
  const { failure } = container;
  const text = failure ? errorText(failure) : null;
  return (
    <span className="status-cell" title={text ? `${text.title} ${text.cause} ${text.next}` : undefined}>
      <StatusMark shape={pending ? "spin" : SHAPES[container.state]} />
      {pending ? pendingWords[pending] : statusWord(container)}
    </span>
  );
}
