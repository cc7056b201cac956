import { Switch } from "@fluentui/react-components";
import { settingsStrings } from "../../strings/settings.ts";
import { Segments } from "../../ui/segments.tsx";
import {
  type Density,
  setPreferences,
  type ThemeChoice,
  usePreferences,
} from "../../ui-state/preferences.ts";
import { PresenterSetting } from "./presenter-setting.tsx";
import { RecordingsSetting } from "./recordings-setting.tsx";
import { RefreshSetting } from "./refresh-setting.tsx";
import { ResetSetting } from "./reset-setting.tsx";
import { Setting, SettingGroup } from "./setting.tsx";

const THEMES: readonly ThemeChoice[] = ["system", "light", "dark"];
const DENSITIES: readonly Density[] = ["comfortable", "compact"];

/** What a person chooses; each choice takes effect at once. */
export function GeneralPage() {
  return (
    <>
      <Appearance />
      <SettingGroup title={settingsStrings.keyboard}>
        <LetterKeys />
      </SettingGroup>
      <SettingGroup title={settingsStrings.live}>
        <RefreshSetting />
      </SettingGroup>
      <PresenterSetting />
      <RecordingsSetting />
      <SettingGroup title={settingsStrings.defaults}>
        <ResetSetting />
      </SettingGroup>
    </>
  );
}

function Appearance() {
  const { theme, density } = usePreferences();
  const { themes, densities } = settingsStrings;
  return (
    <SettingGroup title={settingsStrings.appearance}>
      <Setting label={settingsStrings.theme}>
        <Segments
          label={settingsStrings.theme}
          value={theme}
          options={THEMES.map((value) => ({ value, content: themes[value] }))}
          onChange={(value) => setPreferences({ theme: value })}
        />
      </Setting>
      <Setting label={settingsStrings.density}>
        <Segments
          label={settingsStrings.density}
          value={density}
          options={DENSITIES.map((value) => ({ value, content: densities[value] }))}
          onChange={(value) => setPreferences({ density: value })}
        />
      </Setting>
    </SettingGroup>
  );
}

function LetterKeys() {
  const letterKeys = usePreferences((preferences) => preferences.letterKeys);
  return (
    <Setting label={settingsStrings.letterKeys} hint={settingsStrings.letterKeysHint}>
      <Switch
        aria-label={settingsStrings.letterKeys}
        checked={letterKeys}
        onChange={(_event, { checked }) => setPreferences({ letterKeys: checked })}
      />
    </Setting>
  );
}
