import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Field,
  Input,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import { launchStrings } from "../../strings/launch.ts";
import type { FieldErrors, Field as FieldName, LaunchForm } from "./launch-form.ts";

interface MoreFieldsProps {
  readonly form: LaunchForm;
  readonly errors: FieldErrors;
  readonly onChange: (change: Partial<LaunchForm>) => void;
}

const invalid = (message: string | undefined) =>
  message === undefined ? {} : { validationMessage: message, validationState: "error" as const };

/** What most launches leave alone. Opens by itself when something in it is refused. */
export function MoreFields({ form, errors, onChange }: MoreFieldsProps) {
  const [opened, setOpened] = useState(false);
  const hidden: readonly FieldName[] = ["name", "env", "memory", "cpus"];
  const refused = hidden.some((field) => errors[field] !== undefined);
  return (
    <Accordion
      collapsible
      className="more"
      openItems={opened || refused ? ["more"] : []}
      onToggle={(_event, { openItems }) => setOpened(openItems.length > 0)}
    >
      <AccordionItem value="more">
        <AccordionHeader>{launchStrings.more}</AccordionHeader>
        <AccordionPanel>
          <div className="more-grid">
            <Field label={launchStrings.name} hint={launchStrings.nameHint} {...invalid(errors.name)}>
              <Input value={form.name} onChange={(_event, { value }) => onChange({ name: value })} />
            </Field>
            <Field label={launchStrings.memory} {...invalid(errors.memory)}>
              <Input
                inputMode="numeric"
                value={form.memory}
                onChange={(_event, { value }) => onChange({ memory: value })}
              />
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
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
