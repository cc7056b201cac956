import type { Isolation } from "../../electron/contract/engine.ts";
import { copyText } from "./copy-text.ts";

interface PidChipProps {
  readonly isolation: Isolation;
  /** The process's name, where the number alone does not say whose it is. */
  readonly label?: string;
  readonly pid: number;
  /** How it is known to be the container's. */
  readonly evidence?: string | undefined;
  readonly onOpen: () => void;
}

/** A host PID. A click opens it in Scope; Ctrl+C on it, or the row's menu, copies it. The number is never cut. */
export function PidChip({ isolation, label, pid, evidence, onOpen }: PidChipProps) {
  const text = label ? `${label} ${pid}` : String(pid);
  return (
    <span className={`pid-chip iso-${isolation}`}>
      <button
        type="button"
        tabIndex={-1}
        data-row-control=""
        aria-label={`Open PID ${text} in Scope`}
        title={`${evidence ? `${text} ${evidence}. ` : ""}Open in Scope; Ctrl+C copies the PID`}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
        onKeyDown={(event) => {
          if (event.key === "c" && (event.ctrlKey || event.metaKey)) void copyText(String(pid));
          if (event.key === "Enter" || event.key === " ") event.stopPropagation();
        }}
      >
        {text}
      </button>
    </span>
  );
}
