import type { ReactNode } from "react";
import { ConnectionBar } from "./connection-bar.tsx";

interface ScreenFrameProps {
  readonly title: string;
  readonly statusLeft: ReactNode;
  readonly statusRight?: ReactNode;
  /** What stands beside the main part: the details drawer. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What every screen has: the page's main part, the bar that says whether it is current, and the status line. */
export function ScreenFrame({ title, statusLeft, statusRight, aside, children }: ScreenFrameProps) {
  return (
    <div className="content">
      <title>{`${title} – Isoscope`}</title>
      <div className="content-row">
        <main id="main" className="screen" data-region="content" tabIndex={-1}>
          <ConnectionBar />
          {children}
        </main>
        {aside}
      </div>
      <footer className="status-bar" data-region="status" tabIndex={-1}>
        <span className="status-left">{statusLeft}</span>
        <span className="grow" />
        {statusRight}
      </footer>
    </div>
  );
}
