import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { FlashRegular } from "@fluentui/react-icons/svg/flash";
import { TextAlignLeftRegular } from "@fluentui/react-icons/svg/text-align-left";
import { WindowConsoleRegular } from "@fluentui/react-icons/svg/window-console";
import type { Footprint } from "../../../electron/contract/container.ts";
import type { Action } from "../../../electron/contract/engine.ts";
import { openDetails, openScope } from "../../app/router.ts";
import type { Words } from "../../app/words.ts";
import { paletteStrings } from "../../strings/palette.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { openRemove } from "../../ui-state/surfaces.ts";
import { type ContainerRow, capabilityOf } from "../containers/container-row.ts";
import type { ControlRequest } from "../containers/control.ts";
import { footprintText } from "../containers/footprint.ts";
import { statusShape } from "../containers/status-cell.tsx";
import type { PaletteEntry } from "./entry.ts";

type Control = (request: ControlRequest) => void;

/** The container itself: Enter opens its details. */
export function containerEntry(row: ContainerRow, words: Words): PaletteEntry {
  const { container } = row;
  const { isolation, footprint, name, image, command } = container;
  const host = footprintLine(footprint);
  return {
    id: `container ${row.key}`,
    group: "containers",
    icon: <StatusMark shape={statusShape(container)} />,
    label: name,
    ...(isolation && { badge: { isolation, word: words.isolation[isolation] } }),
    detail: host === "" ? paletteStrings.notRunning : paletteStrings.footprint(host),
    also: `${image.ref} ${command} ${container.id}`,
    run: () => openDetails(row.key),
  };
}

/** What can be done with one container now. What cannot is in its row's menu, with the reason. */
export function containerCommands(row: ContainerRow, control: Control): readonly PaletteEntry[] {
  const { key } = row;
  const { name, actions } = row.container;
  const command = (id: string, label: string, icon: PaletteEntry["icon"], run: () => void): PaletteEntry => ({
    id: `${id} ${key}`,
    group: "actions",
    icon,
    label,
    run,
  });
  const able = ACTIONS.filter((action) => Object.hasOwn(actions, action) && capabilityOf(row, action).can);
  return [
    command("scope", paletteStrings.openScope(name), <EyeRegular />, () => openScope(key)),
    command("console", paletteStrings.openTab("Console", name), <WindowConsoleRegular />, () =>
      openDetails(key, "console"),
    ),
    command("logs", paletteStrings.openTab("Logs", name), <TextAlignLeftRegular />, () =>
      openDetails(key, "logs"),
    ),
    ...able.map((action) =>
      command(action, paletteStrings.control(action, name), <FlashRegular />, () =>
        action === "remove" ? openRemove([key]) : control({ key, name, action }),
      ),
    ),
  ];
}

/** The host PID that stands for it, and how many more of its processes the host shows. */
function footprintLine(footprint: Footprint): string {
  const more = footprint.kind === "processes" && footprint.others > 0 ? ` +${footprint.others}` : "";
  return `${footprintText(footprint)}${more}`;
}

const ACTIONS: readonly Action[] = ["stop", "restart", "pause", "unpause", "kill", "remove"];
