import { Warning12Filled } from "@fluentui/react-icons/svg/warning";
import type { Container, ContainerState } from "../../../electron/contract/container.ts";
import type { Action } from "../../../electron/contract/engine.ts";
import { pendingWords } from "../../strings/containers.ts";
import { errorText } from "../../strings/errors.ts";
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

/** The shape that stands for a container's state. */
export const statusShape = ({ state }: Pick<Container, "state">): StatusShape => SHAPES[state];

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
  /** What failed when it was last asked for something. */
  readonly trouble?: string | null;
  /** Only the sign is seen; the word is there for who does not see it. */
  readonly bare?: boolean;
}

export function StatusCell({ container, pending, trouble = null, bare = false }: StatusCellProps) {
  const { failure } = container;
  const text = failure ? errorText(failure) : null;
  const word = pending ? pendingWords[pending] : statusWord(container);
  const why = text && `${text.title} ${text.cause} ${text.next}`;
  return (
    <span className="status-cell" title={trouble ?? why ?? (bare ? word : undefined)}>
      <StatusMark shape={pending ? "spin" : SHAPES[container.state]} />
      <span className={bare ? "visually-hidden" : undefined}>{word}</span>
      {trouble !== null && !pending && (
        <>
          <Warning12Filled className="status-trouble" />
          <span className="visually-hidden">{trouble}</span>
        </>
      )}
    </span>
  );
}
