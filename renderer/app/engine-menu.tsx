import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuList } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import type { EngineStatus } from "../../electron/contract/engine.ts";
import { useHost, useHostInfo, useLive } from "../engine/host-context.tsx";
import { enginesResource } from "../engine/resources.ts";
import { useReplaying } from "../engine/use-session.ts";
import { SessionItems } from "../features/recording/session-items.tsx";
import { shellStrings } from "../strings/shell.ts";
import { copyText } from "../ui/copy-text.ts";
import type { PopupProps } from "../ui/popup-button.tsx";
import { PopupMenu } from "../ui/popup-menu.tsx";
import { engineLine, engineTone } from "./engine-state.ts";
import { toneIcon } from "./tone-icon.tsx";

/** How each engine of this host is, with a way to hurry it. */
export function EngineMenu({ anchor, onClose }: PopupProps) {
  const host = useHostInfo();
  const engines = [...useLive(enginesResource).rows.values()];
  return (
    <PopupMenu target={anchor} onClose={onClose} className="picker-menu">
      <MenuList>
        <MenuGroup>
          <MenuGroupHeader>{shellStrings.enginesOn(host?.hostName ?? "this host")}</MenuGroupHeader>
          {engines.map((engine) => (
            <EngineItem key={engine.id} engine={engine} />
          ))}
        </MenuGroup>
        <MenuDivider />
        <SessionItems />
        {host && (
          <>
            <MenuDivider />
            <MenuItem
              icon={<CopyRegular />}
              subText={host.kernel.release}
              onClick={() => void copyText(host.kernel.release)}
            >
              {shellStrings.copyKernel}
            </MenuItem>
          </>
        )}
      </MenuList>
    </PopupMenu>
  );
}

/** A live engine is only told about; for any other the entry tries it again at once. */
function EngineItem({ engine }: { readonly engine: EngineStatus }) {
  const { client } = useHost();
  const recorded = useReplaying();
  const live = engine.state === "live";
  return (
    <MenuItem
      icon={toneIcon[engineTone[engine.state]]}
      subText={engineLine(engine, recorded)}
      persistOnClick
      {...(!live && { secondaryContent: <ArrowClockwiseRegular aria-label={shellStrings.tryNow} /> })}
      onClick={() => {
        if (!live) client.call("engines.retry", { engine: engine.id }).catch(() => {});
      }}
    >
      {engine.title}
      {engine.version ? ` ${engine.version}` : ""}
    </MenuItem>
  );
}
