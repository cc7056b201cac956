import { Field, Input } from "@fluentui/react-components";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly numeric?: boolean;
}

/** One line of text that a machine reads: a path, a port, a name. */
export function TextField({ label, value, onChange, error, hint, placeholder, numeric }: TextFieldProps) {
  return (
    <Field
      label={label}
      size="small"
      {...(hint !== undefined && { hint })}
      {...(error !== undefined && { validationMessage: error, validationState: "error" as const })}
    >
      <Input
        size="small"
        className="mono-input"
        value={value}
        spellCheck={false}
        autoComplete="off"
        {...(placeholder !== undefined && { placeholder })}
        {...(numeric && { inputMode: "numeric" as const })}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}
