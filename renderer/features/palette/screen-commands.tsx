import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { ColumnDoubleCompareRegular } from "@fluentui/react-icons/svg/column-double-compare";
import { KeyboardRegular } from "@fluentui/react-icons/svg/keyboard";
import { LayerRegular } from "@fluentui/react-icons/svg/layer";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { ServerRegular } from "@fluentui/react-icons/svg/server";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { SlidePlayRegular } from "@fluentui/react-icons/svg/slide-play";
import { StethoscopeRegular } from "@fluentui/react-icons/svg/stethoscope";
import type { ReactElement } from "react";
import { CONTAINERS, navigate, type Route } from "../../app/router.ts";
import { paletteStrings } from "../../strings/palette.ts";
import { shellStrings } from "../../strings/shell.ts";
import { openLaunch, openShortcuts } from "../../ui-state/surfaces.ts";
import type { PaletteEntry } from "./entry.ts";

function command(
  id: string,
  label: string,
  icon: ReactElement,
  run: () => void,
  keys?: string,
): PaletteEntry {
  return { id, group: "actions", label, icon, run, ...(keys !== undefined && { keys }) };
}

function goTo(label: string, icon: ReactElement, route: Route, keys?: string): PaletteEntry {
  return command(`go ${label}`, label, icon, () => navigate(route), keys);
}

/** What can be done from anywhere: the screens, and what opens over them. */
export const SCREEN_COMMANDS: readonly PaletteEntry[] = [
  command("launch", shellStrings.launch, <PlayRegular />, openLaunch, "Ctrl N"),
  goTo(shellStrings.containers, <BoxRegular />, CONTAINERS, "Ctrl 1"),
  goTo(shellStrings.compare, <ColumnDoubleCompareRegular />, { screen: "compare" }, "Ctrl 2"),
  goTo(shellStrings.images, <LayerRegular />, { screen: "images" }, "Ctrl 3"),
  goTo(shellStrings.host, <ServerRegular />, { screen: "host", container: null, find: "" }, "Ctrl 4"),
  goTo(paletteStrings.present, <SlidePlayRegular />, { screen: "presenter", step: 1 }),
  goTo(shellStrings.settings, <SettingsRegular />, { screen: "settings", page: "general" }, "Ctrl ,"),
  goTo(paletteStrings.engines, <SettingsRegular />, { screen: "settings", page: "engines" }),
  goTo(paletteStrings.doctor, <StethoscopeRegular />, { screen: "settings", page: "doctor" }),
  goTo(paletteStrings.diagnostics, <SettingsRegular />, { screen: "settings", page: "diagnostics" }),
  command("shortcuts", shellStrings.shortcuts, <KeyboardRegular />, openShortcuts, "?"),
];
