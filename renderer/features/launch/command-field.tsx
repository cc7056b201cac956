import { Field, Input, Switch } from "@fluentui/react-components";
import type { ClipboardEventHandler } from "react";
import { launchStrings } from "../../strings/launch.ts";
import type { LaunchForm } from "./launch-form.ts";

interface CommandFieldProps {
  readonly form: LaunchForm;
  readonly error: string | undefined;
  /** What the image runs by itself; null when that is not known. */
  readonly ownCommand: string | null;
  readonly onChange: (change: Partial<LaunchForm>) => void;
  readonly onPaste: ClipboardEventHandler;
}

/** What to run, and whether somebody will type into it. */
export function CommandField({ form, error, ownCommand, onChange, onPaste }: CommandFieldProps) {
  const hint = ownCommand !== null && form.command.trim() === "" && launchStrings.commandHint(ownCommand);
  return (
    <div className="command-line">
      <Field
        label={launchStrings.command}
        {...(hint && { hint })}
        {...(error && { validationMessage: error, validationState: "error" as const })}
      >
        <Input
          className="mono-input"
          spellCheck={false}
          autoComplete="off"
          value={form.command}
          onChange={(_event, { value }) => onChange({ command: value })}
          onPaste={onPaste}
        />
      </Field>
      <Switch
        label={launchStrings.interactive}
        checked={form.interactive}
        onChange={(_event, { checked }) => onChange({ interactive: checked })}
      />
    </div>
  );
}
