import { Switch } from "@fluentui/react-components";
import { examples, launchHoleStrings, pipeSource, pipeTarget } from "../../../strings/launch-holes.ts";
import type { DraftOf } from "./hole-draft.ts";
import type { EditorProps } from "./hole-editor.tsx";
import { TextField } from "./text-field.tsx";

/** A path of the host and one in the container: a folder, or a pipe or socket. */
export function MountFields({
  draft,
  errors,
  platform,
  onChange,
}: EditorProps<DraftOf<"folder"> | DraftOf<"pipe">>) {
  const folder = draft.kind === "folder";
  return (
    <>
      <TextField
        label={folder ? launchHoleStrings.source : pipeSource(platform)}
        value={draft.source}
        error={errors.source}
        placeholder={examples(platform)[draft.kind]}
        onChange={(source) => onChange({ ...draft, source })}
      />
      <TextField
        label={folder ? launchHoleStrings.target : pipeTarget(platform)}
        value={draft.target}
        error={errors.target}
        hint={launchHoleStrings.sameTarget}
        placeholder={draft.source}
        onChange={(target) => onChange({ ...draft, target })}
      />
      {draft.kind === "folder" && (
        <Switch
          className="hole-switch"
          label={launchHoleStrings.readOnly}
          checked={draft.readOnly}
          onChange={(_event, { checked }) => onChange({ ...draft, readOnly: checked })}
        />
      )}
    </>
  );
}
