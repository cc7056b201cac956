import type { RefreshMs } from "../../../electron/contract/settings.ts";
import { errorText } from "../../strings/errors.ts";
import { settingsStrings } from "../../strings/settings.ts";
import { Segments } from "../../ui/segments.tsx";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { Setting } from "./setting.tsx";
import { useAppSettings } from "./use-app-settings.ts";

/** As the contract allows them: its list is not imported, since the schemas would come along. */
const CHOICES: readonly RefreshMs[] = [500, 1_000, 2_000, 5_000];

const OPTIONS = CHOICES.map((ms) => ({ value: String(ms), content: settingsStrings.refreshChoice(ms) }));

/** How often the host is read. It is the app's, not this page's: what is shown is what the app says. */
export function RefreshSetting() {
  const { settings, change, error } = useAppSettings();
  const text = error && errorText(error);
  return (
    <>
      {text && (
        <TroubleBar intent="error" title={settingsStrings.refreshFailed} raw={text.raw}>
          {text.cause} {text.next}
        </TroubleBar>
      )}
      <Setting label={settingsStrings.refresh} hint={settingsStrings.refreshHint}>
        <Segments
          label={settingsStrings.refresh}
          value={String(settings?.refreshMs ?? "")}
          options={OPTIONS}
          onChange={(value) => {
            const refreshMs = CHOICES.find((ms) => String(ms) === value);
            if (refreshMs) change({ refreshMs });
          }}
        />
      </Setting>
    </>
  );
}
