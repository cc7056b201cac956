import { Button } from "@fluentui/react-components";
import { LayerRegular } from "@fluentui/react-icons/svg/layer";
import { PlayMultiple16Regular } from "@fluentui/react-icons/svg/play-multiple";
import type { ReactNode } from "react";
import { CONTAINERS, navigate } from "../../app/router.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { emptyImagesTitle, imagesStrings } from "../../strings/images.ts";
import { useDemo } from "../containers/use-demo.ts";
import { setImagesView } from "./images-view.ts";

/** @param children the button that imports. */
export function NoImages({ host, children }: { readonly host: HostInfo; readonly children: ReactNode }) {
  const runDemo = useDemo(host);
  return (
    <div className="empty-state">
      <LayerRegular className="empty-icon dim" />
      <b>{emptyImagesTitle(host.hostName)}</b>
      <span className="dim small">{imagesStrings.emptyText}</span>
      <div className="empty-actions">
        {children}
        <Button
          size="small"
          icon={<PlayMultiple16Regular />}
          onClick={() => {
            runDemo();
            navigate(CONTAINERS);
          }}
        >
          {imagesStrings.runDemo}
        </Button>
      </div>
    </div>
  );
}

export function NoImageMatches() {
  return (
    <div className="empty-state">
      <b>{imagesStrings.noMatch}</b>
      <div className="empty-actions">
        <Button size="small" onClick={() => setImagesView({ text: "" })}>
          {imagesStrings.clearFilter}
        </Button>
      </div>
    </div>
  );
}
