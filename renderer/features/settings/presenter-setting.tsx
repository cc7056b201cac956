import { Field, Input } from "@fluentui/react-components";
import { useHostInfo } from "../../engine/host-context.tsx";
import { settingsStrings } from "../../strings/settings.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { SettingGroup } from "./setting.tsx";

/** What the presenter launches. Empty fields stand for the host's demo. */
export function PresenterSetting() {
  const host = useHostInfo();
  const presenter = usePreferences((preferences) => preferences.presenter);
  const { image = "", command = "" } = presenter ?? {};
  const demo = host?.demo;
  const change = (next: { readonly image: string; readonly command: string }) =>
    setPreferences({ presenter: next.image === "" && next.command === "" ? null : next });
  const hint = demo
    ? settingsStrings.presenterHint(demo.image, demo.command.join(" "))
    : settingsStrings.presenterUnknown;
  return (
    <SettingGroup title={settingsStrings.presenter}>
      <div className="setting-fields">
        <Field label={settingsStrings.presenterImage} hint={hint}>
          <Input
            value={image}
            placeholder={demo?.image ?? ""}
            onChange={(_event, { value }) => change({ image: value, command })}
          />
        </Field>
        <Field label={settingsStrings.presenterCommand}>
          <Input
            className="mono"
            value={command}
            placeholder={demo?.command.join(" ") ?? ""}
            onChange={(_event, { value }) => change({ image, command: value })}
          />
        </Field>
      </div>
    </SettingGroup>
  );
}
