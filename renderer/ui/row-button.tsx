import type { ReactElement } from "react";

interface RowButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  /** Why it cannot be done; null when it can. */
  readonly reason?: string | null;
  readonly opensMenu?: boolean;
  readonly onClick: (button: HTMLElement) => void;
}

/** A button in a row of a grid. Stays focusable when it cannot be done, so that the reason can be read. */
export function RowButton({ label, icon, reason = null, opensMenu = false, onClick }: RowButtonProps) {
  return (
    <button
      type="button"
      className="row-button"
      tabIndex={-1}
      data-row-control=""
      aria-label={label}
      title={reason ? `${label}: ${reason}` : label}
      aria-disabled={reason !== null}
      {...(opensMenu && { "aria-haspopup": "menu" as const })}
      onClick={(event) => {
        event.stopPropagation();
        if (reason === null) onClick(event.currentTarget);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") event.stopPropagation();
      }}
    >
      {icon}
    </button>
  );
}
