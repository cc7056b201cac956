import type { CSSProperties, ReactNode } from "react";

interface StagePaneProps {
  readonly title: string;
  readonly className: string;
  /** What shows the middle, in a few words. */
  readonly caption?: string | undefined;
  readonly middle: ReactNode;
  /** What proves it. */
  readonly below?: ReactNode;
}

/** One side of the stage. The middle stays at one height on both sides, whatever is above or below it. */
export function StagePane({ title, className, caption, middle, below }: StagePaneProps) {
  return (
    <section className={`stage-pane ${className}`} aria-label={title}>
      <h2>{title}</h2>
      <p className="stage-caption">{caption}</p>
      <div className="stage-middle">{middle}</div>
      <div className="stage-below">{below}</div>
    </section>
  );
}

interface PidFigureProps {
  readonly pid: number;
  readonly isolation: "process" | "hyperv";
}

/** A process number large enough for the last row of the room; many digits make it smaller rather than cut. */
export function PidFigure({ pid, isolation }: PidFigureProps) {
  const digits: CSSProperties & Readonly<Record<"--digits", number>> = { "--digits": String(pid).length };
  return (
    <p className={`stage-pid iso-${isolation}`} style={digits}>
      {pid}
    </p>
  );
}

/** What stands where no number can. */
export function StageText({ children }: { readonly children: ReactNode }) {
  return <p className="stage-text">{children}</p>;
}
