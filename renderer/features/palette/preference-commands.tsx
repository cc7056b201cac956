import { DarkThemeRegular } from "@fluentui/react-icons/svg/dark-theme";
import { MapRegular } from "@fluentui/react-icons/svg/map";
import { TextDensityRegular } from "@fluentui/react-icons/svg/text-density";
import { paletteStrings } from "../../strings/palette.ts";
import { type Preferences, setPreferences } from "../../ui-state/preferences.ts";
import type { PaletteEntry } from "./entry.ts";

const THEMES = ["system", "light", "dark"] as const;
const DENSITIES = ["comfortable", "compact"] as const;

/** What changes how the window looks: only choices that are not made already. */
export function preferenceCommands({ theme, density, mapFolded }: Preferences): readonly PaletteEntry[] {
  return [
    {
      id: "map",
      group: "actions",
      icon: <MapRegular />,
      label: mapFolded ? paletteStrings.unfoldMap : paletteStrings.foldMap,
      keys: "M",
      run: () => setPreferences({ mapFolded: !mapFolded }),
    },
    ...THEMES.filter((one) => one !== theme).map((one) => ({
      id: `theme ${one}`,
      group: "actions" as const,
      icon: <DarkThemeRegular />,
      label: paletteStrings.theme[one],
      run: () => setPreferences({ theme: one }),
    })),
    ...DENSITIES.filter((one) => one !== density).map((one) => ({
      id: `density ${one}`,
      group: "actions" as const,
      icon: <TextDensityRegular />,
      label: paletteStrings.density[one],
      run: () => setPreferences({ density: one }),
    })),
  ];
}
