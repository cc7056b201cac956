import { Field, Input, Select, Switch } from "@fluentui/react-components";
import type { FormEvent } from "react";
import type { HostInfo } from "../../engine/host-context.tsx";
import { compareStrings } from "../../strings/compare.ts";
import { launchStrings } from "../../strings/launch.ts";
import { RUN_COUNTS, setCompareForm, useCompareForm } from "../../ui-state/compare-form.ts";
import { ImageField, useOwnCommand } from "../launch/image-field.tsx";
import { useFirstInvalid } from "../launch/use-first-invalid.ts";
import type { RequestForm } from "./use-compare-request.ts";

interface CompareFormProps {
  readonly request: RequestForm;
  readonly host: HostInfo;
  readonly onSubmit: () => void;
  readonly running: boolean;
}

export function CompareForm({ request, host, running, onSubmit }: CompareFormProps) {
  const { image, command, errors, tries } = request;
  const { runs, keep } = useCompareForm();
  const form = useFirstInvalid(tries, null);
  const own = useOwnCommand(image);
  const hint = own !== null && command.trim() === "" ? launchStrings.commandHint(own) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!running) onSubmit();
  };
  return (
    <form ref={form} className="compare-form" onSubmit={submit} noValidate aria-label={compareStrings.title}>
      <ImageField
        value={image}
        onChange={(ref) => setCompareForm({ image: ref })}
        error={errors.image ?? undefined}
        demo={host.demo.image}
      />
      <Field
        label={compareStrings.command}
        {...(hint !== null && { hint })}
        {...(errors.command !== null && {
          validationMessage: errors.command,
          validationState: "error" as const,
        })}
      >
        <Input
          className="command-input"
          spellCheck={false}
          autoComplete="off"
          value={command}
          onChange={(_event, { value }) => setCompareForm({ command: value })}
        />
      </Field>
      <Field label={compareStrings.runs}>
        <Select
          value={String(runs)}
          onChange={(_event, { value }) =>
            setCompareForm({ runs: RUN_COUNTS.find((count) => String(count) === value) ?? 1 })
          }
        >
          {RUN_COUNTS.map((count) => (
            <option key={count} value={String(count)}>
              {compareStrings.runsOption(count)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="compare-keep">
        <Switch
          label={compareStrings.keep}
          checked={keep}
          onChange={(_event, { checked }) => setCompareForm({ keep: checked })}
        />
        <span className="dim small">{compareStrings.keepHint}</span>
      </div>
      {/* Enter in a field runs it, as in any form. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}
