import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId } from "react";

interface LaunchSectionProps {
  readonly title: string;
  /** What is in it, for as long as it is folded, too. */
  readonly summary: string;
  /** A button of the head, beside the one that folds. */
  readonly action?: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A part of the form that folds. What is folded is not in the page. */
export function LaunchSection({ title, summary, action, open, onToggle, children }: LaunchSectionProps) {
  const panel = useId();
  return (
    <section className="launch-section" aria-label={title}>
      <div className="section-head">
        <button
          type="button"
          className="section-fold"
          aria-expanded={open}
          aria-controls={panel}
          onClick={onToggle}
        >
          {open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          <b>{title}</b>
          <span className="dim section-summary ellipsis">{summary}</span>
        </button>
        {action}
      </div>
      <div id={panel} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
