import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { lazy } from "react";
import { plural } from "../../electron/model/format.ts";
import { useHostInfo, useLive } from "../engine/host-context.tsx";
import { enginesResource } from "../engine/resources.ts";
import { useReplaying } from "../engine/use-session.ts";
import { replayStrings } from "../strings/replay.ts";
import { shellStrings } from "../strings/shell.ts";
import { PopupButton } from "../ui/popup-button.tsx";
import { overallTone } from "./engine-state.ts";
import { toneIcon } from "./tone-icon.tsx";

const EngineMenu = lazy(() =>
  import("./engine-menu.tsx").then(({ EngineMenu }) => ({ default: EngineMenu })),
);

/** The host this page looks at, and how its engines are. */
export function EnginePicker() {
  const host = useHostInfo();
  const replaying = useReplaying();
  const engines = [...useLive(enginesResource).rows.values()];
  return (
    <PopupButton
      popup={EngineMenu}
      appearance="subtle"
      className="picker"
      icon={replaying ? <HistoryRegular /> : toneIcon[overallTone(engines)]}
      aria-label={`${shellStrings.hostAndEngines}: ${host?.hostName ?? ""}, ${plural(engines.length, "engine")}${replaying ? `, ${replayStrings.recordedShort}` : ""}`}
    >
      {replaying && <span className="picker-replay">{replayStrings.badge}</span>}
      <b>{host?.hostName ?? "…"}</b>
      <span className="picker-engines">{plural(engines.length, "engine")}</span>
      <span className="picker-kernel mono">{host?.kernel.release}</span>
      <ChevronDownRegular />
    </PopupButton>
  );
}
