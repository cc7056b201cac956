import { Field, Select } from "@fluentui/react-components";
import { launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { DraftOf } from "./hole-draft.ts";
import type { EditorProps } from "./hole-editor.tsx";
import { TextField } from "./text-field.tsx";

const PROTOCOLS = ["tcp", "udp"] as const;

/** A port of the container and where the host listens for it. */
export function PortFields({ draft, errors, onChange }: EditorProps<DraftOf<"port">>) {
  return (
    <div className="port-fields">
      <TextField
        label={launchHoleStrings.port}
        value={draft.containerPort}
        error={errors.containerPort}
        placeholder="80"
        numeric
        onChange={(containerPort) => onChange({ ...draft, containerPort })}
      />
      <TextField
        label={launchHoleStrings.hostPort}
        value={draft.hostPort}
        error={errors.hostPort}
        hint={launchHoleStrings.hostPortHint}
        numeric
        onChange={(hostPort) => onChange({ ...draft, hostPort })}
      />
      <TextField
        label={launchHoleStrings.hostIp}
        value={draft.hostIp}
        error={errors.hostIp}
        hint={launchHoleStrings.hostIpHint}
        onChange={(hostIp) => onChange({ ...draft, hostIp })}
      />
      <Field label={launchHoleStrings.protocol} size="small">
        <Select
          size="small"
          value={draft.protocol}
          onChange={(_event, { value }) =>
            onChange({ ...draft, protocol: PROTOCOLS.find((one) => one === value) ?? "tcp" })
          }
        >
          {PROTOCOLS.map((protocol) => (
            <option key={protocol} value={protocol}>
              {protocol.toUpperCase()}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
