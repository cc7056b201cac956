import type { ReactNode } from "react";
import { useReplaying } from "../engine/use-session.ts";
import { titleText } from "../strings/shell.ts";
import { ConnectionBar } from "./connection-bar.tsx";
import { useBadge, useTroubleCount } from "./use-trouble-count.ts";

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
  const troubles = useTroubleCount();
  const replaying = useReplaying();
  useBadge(replaying ? 0 : troubles);
  return (
    <div className="content">
      <title>{titleText(title, troubles, replaying)}</title>
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
