import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { AppSettings } from "../../../electron/contract/settings.ts";
import { settingsStrings } from "../../strings/settings.ts";
import { DEFAULTS, type Preferences, setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { Setting } from "./setting.tsx";
import { useAppSettings } from "./use-app-settings.ts";

interface Before {
  readonly preferences: Preferences;
  readonly settings: AppSettings | undefined;
}

const DEFAULT_REFRESH: AppSettings = { refreshMs: 1_000 };

/** Puts everything back, and offers the way back from that while the page is shown. */
export function ResetSetting() {
  const { settings, change } = useAppSettings();
  const [before, setBefore] = useState<Before | null>(null);
  const reset = () => {
    setBefore({ preferences: usePreferences.getState(), settings });
    setPreferences(DEFAULTS);
    change(DEFAULT_REFRESH);
  };
  const undo = () => {
    if (before) setPreferences(before.preferences);
    if (before?.settings) change(before.settings);
    setBefore(null);
  };
  return (
    <Setting
      label={settingsStrings.reset}
      hint={<span role="status">{before ? settingsStrings.wasReset : settingsStrings.resetHint}</span>}
    >
      <Button onClick={before ? undo : reset}>{before ? settingsStrings.undo : settingsStrings.reset}</Button>
    </Setting>
  );
}
