import { examples, launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { DraftOf } from "./hole-draft.ts";
import type { EditorProps } from "./hole-editor.tsx";
import { TextField } from "./text-field.tsx";

export function DeviceFields({ draft, errors, platform, onChange }: EditorProps<DraftOf<"device">>) {
  return (
    <TextField
      label={launchHoleStrings.device}
      value={draft.device}
      error={errors.device}
      placeholder={examples(platform).device}
      onChange={(device) => onChange({ ...draft, device })}
    />
  );
}
