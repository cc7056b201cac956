import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { PlugDisconnectedRegular } from "@fluentui/react-icons/svg/plug-disconnected";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { EngineStatus } from "../../electron/contract/engine.ts";
import { useHost, useHostInfo, useLive } from "../engine/host-context.tsx";
import { enginesResource } from "../engine/resources.ts";
import { plural } from "../ui/format.ts";
import { engineLine, engineTone, overallTone, type Tone } from "./engine-state.ts";
import { shellStrings } from "./strings.ts";

const toneIcon: Readonly<Record<Tone, ReactElement>> = {
  ok: <CheckmarkCircleRegular className="tone-ok" />,
  busy: <ClockRegular />,
  trouble: <WarningRegular className="tone-trouble" />,
  off: <PlugDisconnectedRegular />,
};

/** The host this page looks at, and how each of its engines is. */
export function EnginePicker() {
  const host = useHostInfo();
  const engines = [...useLive(enginesResource).rows.values()];
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          className="picker"
          icon={toneIcon[overallTone(engines)]}
          aria-label={`${shellStrings.hostAndEngines}: ${host?.hostName ?? ""}, ${plural(engines.length, "engine")}`}
        >
          <b>{host?.hostName ?? "…"}</b>
          <span className="picker-engines">{plural(engines.length, "engine")}</span>
          <span className="picker-kernel mono">{host?.kernel.release}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="picker-menu">
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>Engines on {host?.hostName ?? "this host"}</MenuGroupHeader>
            {engines.map((engine) => (
              <EngineItem key={engine.id} engine={engine} />
            ))}
          </MenuGroup>
          {host && (
            <>
              <MenuDivider />
              <MenuItem
                icon={<CopyRegular />}
                subText={host.kernel.release}
                onClick={() => void navigator.clipboard?.writeText(host.kernel.release)}
              >
                Copy kernel release
              </MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** A live engine is only told about; for any other the entry tries it again at once. */
function EngineItem({ engine }: { readonly engine: EngineStatus }) {
  const { client } = useHost();
  const live = engine.state === "live";
  return (
    <MenuItem
      icon={toneIcon[engineTone[engine.state]]}
      subText={engineLine(engine)}
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
