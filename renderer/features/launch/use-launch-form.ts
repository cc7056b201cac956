import { type RefObject, useMemo, useState } from "react";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { CONTAINERS, navigate } from "../../app/router.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { reveal } from "../../ui-state/list-view.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { beginning } from "./form-changes.ts";
import { type LaunchChoice, launchChoice } from "./launch-choice.ts";
import { type FieldErrors, fieldOf, type LaunchForm, type ReadForm, readForm } from "./launch-form.ts";
import { useFirstInvalid } from "./use-first-invalid.ts";
import { type Launching, useLaunch } from "./use-launch.ts";

export interface LaunchFormState {
  readonly form: LaunchForm;
  readonly read: ReadForm;
  /** What the wanted isolation comes to here. */
  readonly choice: LaunchChoice;
  readonly launching: Launching;
  /** What to show at the fields: nothing of the form's own before the first try. */
  readonly errors: FieldErrors;
  readonly formRef: RefObject<HTMLFormElement | null>;
  replace(form: LaunchForm): void;
  change(part: Partial<LaunchForm>): void;
  submit(): void;
}

/** The container is there: close, and show it in the list. */
function done(container: string | null): void {
  closeSurface();
  navigate(CONTAINERS);
  if (container !== null) reveal(container);
}

export function useLaunchForm(
  host: HostInfo,
  image: string,
  engines: readonly EngineStatus[],
): LaunchFormState {
  const [form, setForm] = useState(() => beginning(host, image));
  const [tries, setTries] = useState(0);
  const [sent, setSent] = useState<LaunchForm | null>(null);
  const launching = useLaunch(done);
  const read = useMemo(() => readForm(form), [form]);
  const choice = launchChoice(form.isolation, engines);
  const errors: FieldErrors = {
    ...(tries > 0 && read.errors),
    ...refusal(launching.error, form, sent),
  };
  const submit = () => {
    if (launching.busy) return;
    setTries(tries + 1);
    setSent(form);
    if (Object.keys(read.errors).length === 0) launching.launch(read.spec);
  };
  return {
    form,
    read,
    choice,
    launching,
    errors,
    formRef: useFirstInvalid(tries, launching.error),
    replace: setForm,
    change: (part) => setForm((before) => ({ ...before, ...part })),
    submit,
  };
}

/** A refusal that names a field is shown at it; one about a hole only for as long as that hole is as it was sent. */
function refusal(error: IsoscopeError | null, form: LaunchForm, sent: LaunchForm | null): FieldErrors {
  if (error?.code !== "invalid") return {};
  const field = fieldOf(error.field);
  if (field === null) return {};
  const [kind, index] = field.split(".");
  if (kind !== "holes" || index === undefined) return { [field]: error.message };
  const refused = sent?.holes[Number(index)];
  const now = refused ? form.holes.indexOf(refused) : -1;
  return now < 0 ? {} : { [field.replace(/\d+/, String(now))]: error.message };
}
