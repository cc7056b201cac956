import { Button } from "@fluentui/react-components";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { PlayMultiple16Regular } from "@fluentui/react-icons/svg/play-multiple";
import type { HostInfo } from "../../engine/host-context.tsx";
import { containersStrings, emptyText, emptyTitle } from "../../strings/containers.ts";
import { setListView } from "../../ui-state/list-view.ts";
import { openLaunch } from "../../ui-state/surfaces.ts";
import { useDemo } from "./use-demo.ts";

export function EmptyList({ host }: { readonly host: HostInfo }) {
  const runDemo = useDemo(host);
  return (
    <div className="empty-state">
      <GlyphPair />
      <b>{emptyTitle(host.hostName)}</b>
      <span className="dim small">{emptyText(host.demo.command.join(" "))}</span>
      <div className="empty-actions">
        <Button appearance="primary" size="small" icon={<PlayRegular />} onClick={openLaunch}>
          {containersStrings.launch}
        </Button>
        <Button size="small" icon={<PlayMultiple16Regular />} onClick={runDemo}>
          {containersStrings.runDemo}
        </Button>
      </div>
    </div>
  );
}

export function NoMatch() {
  return (
    <div className="empty-state">
      <b>{containersStrings.noMatch}</b>
      <div className="empty-actions">
        <Button size="small" onClick={() => setListView({ text: "", isolation: "all" })}>
          {containersStrings.clearFilter}
        </Button>
      </div>
    </div>
  );
}

/** Both ways to stand on a kernel. */
function GlyphPair() {
  return (
    <svg width="120" height="48" viewBox="0 0 120 48" fill="none" className="glyph-pair" aria-hidden="true">
      <rect
        x="14"
        y="6"
        width="22"
        height="22"
        rx="3"
        stroke="var(--isoProcessStroke)"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
      <rect x="64" y="4" width="46" height="38" rx="4" stroke="var(--isoHypervStroke)" strokeWidth="2.5" />
      <path d="M2 36h50" stroke="currentColor" strokeWidth="7" />
      <path d="M70 33h34" stroke="currentColor" strokeWidth="6" />
    </svg>
  );
}
