import { Field, Select } from "@fluentui/react-components";
import { launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { DraftOf } from "./hole-draft.ts";
import type { EditorProps } from "./hole-editor.tsx";
import { TextField } from "./text-field.tsx";

/** A network with a name, or that of another container. */
export function NetworkFields({ draft, errors, onChange }: EditorProps<DraftOf<"network">>) {
  const own = draft.of === "network";
  return (
    <>
      <Field label={launchHoleStrings.networkOf} size="small">
        <Select
          size="small"
          value={draft.of}
          onChange={(_event, { value }) =>
            onChange({ ...draft, of: value === "container" ? "container" : "network" })
          }
        >
          <option value="network">{launchHoleStrings.networkOfName}</option>
          <option value="container">{launchHoleStrings.networkOfContainer}</option>
        </Select>
      </Field>
      <TextField
        label={own ? launchHoleStrings.network : launchHoleStrings.container}
        value={draft.name}
        error={errors.name}
        hint={own ? launchHoleStrings.networkHint : launchHoleStrings.containerHint}
        onChange={(name) => onChange({ ...draft, name })}
      />
    </>
  );
}
