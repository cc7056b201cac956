import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  type MenuProps,
  MenuTrigger,
} from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons/svg/settings";
import { type Density, setPreferences, type ThemeChoice, usePreferences } from "../ui-state/preferences.ts";
import { openShortcuts } from "../ui-state/surfaces.ts";
import { shellStrings } from "./strings.ts";

const THEMES: readonly ThemeChoice[] = ["system", "light", "dark"];
const DENSITIES: readonly Density[] = ["comfortable", "compact"];

/** How the window looks and listens, until there is a screen of settings. */
export function SettingsMenu() {
  const { theme, density, letterKeys } = usePreferences();
  const checked = { theme: [theme], density: [density], keys: letterKeys ? ["letters"] : [] };
  const change: MenuProps["onCheckedValueChange"] = (_event, { name, checkedItems }) => {
    if (name === "keys") setPreferences({ letterKeys: checkedItems.includes("letters") });
    if (name === "theme")
      setPreferences({ theme: THEMES.find((one) => checkedItems.includes(one)) ?? theme });
    if (name === "density") {
      setPreferences({ density: DENSITIES.find((one) => checkedItems.includes(one)) ?? density });
    }
  };
  return (
    <Menu checkedValues={checked} onCheckedValueChange={change} positioning="after-bottom">
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className="rail-item">
          <Settings20Regular />
          {shellStrings.settings}
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{shellStrings.theme}</MenuGroupHeader>
            {THEMES.map((one) => (
              <MenuItemRadio key={one} name="theme" value={one}>
                {shellStrings.themes[one]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuGroup>
            <MenuGroupHeader>{shellStrings.density}</MenuGroupHeader>
            {DENSITIES.map((one) => (
              <MenuItemRadio key={one} name="density" value={one}>
                {shellStrings.densities[one]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItemCheckbox name="keys" value="letters">
            {shellStrings.letterKeys}
          </MenuItemCheckbox>
          <MenuItem secondaryContent="?" onClick={openShortcuts}>
            {shellStrings.shortcuts}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
