import { Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { launchStrings, moreSummary } from "../../strings/launch.ts";
import type { FieldErrors, Field as FieldName, LaunchForm, ReadForm } from "./launch-form.ts";
import { LaunchSection } from "./launch-section.tsx";

interface MoreFieldsProps {
  readonly form: LaunchForm;
  readonly spec: ReadForm["spec"];
  readonly errors: FieldErrors;
  readonly onChange: (change: Partial<LaunchForm>) => void;
}

const invalid = (message: string | undefined) =>
  message === undefined ? {} : { validationMessage: message, validationState: "error" as const };

const HIDDEN: readonly FieldName[] = ["name", "env", "memory", "cpus"];

/** What most launches leave alone. Opens by itself when something in it is refused. */
export function MoreFields({ form, spec, errors, onChange }: MoreFieldsProps) {
  const [opened, setOpened] = useState(false);
  const refused = HIDDEN.some((field) => errors[field] !== undefined);
  const summary = moreSummary({
    name: spec.name,
    variables: Object.keys(spec.env ?? {}).length,
    memoryBytes: spec.memoryBytes,
    cpus: spec.cpus,
  });
  return (
    <LaunchSection
      title={launchStrings.more}
      summary={summary}
      open={opened || refused}
      onToggle={() => setOpened(!opened)}
    >
      <div className="more-grid">
        <Field label={launchStrings.name} hint={launchStrings.nameHint} {...invalid(errors.name)}>
          <Input value={form.name} onChange={(_event, { value }) => onChange({ name: value })} />
        </Field>
        <Field label={launchStrings.memory} hint={launchStrings.memoryHint} {...invalid(errors.memory)}>
          <Input value={form.memory} onChange={(_event, { value }) => onChange({ memory: value })} />
        </Field>
        <Field label={launchStrings.cpus} {...invalid(errors.cpus)}>
          <Input
            inputMode="decimal"
            value={form.cpus}
            onChange={(_event, { value }) => onChange({ cpus: value })}
          />
        </Field>
        <Field
          className="more-env"
          label={launchStrings.env}
          hint={launchStrings.envHint}
          {...invalid(errors.env)}
        >
          <Textarea
            rows={3}
            spellCheck={false}
            value={form.env}
            onChange={(_event, { value }) => onChange({ env: value })}
          />
        </Field>
      </div>
    </LaunchSection>
  );
}
