import { Button, Dialog, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type FormEvent, useMemo, useState } from "react";
import { joinCommand } from "../../../electron/model/command-line.ts";
import { CONTAINERS, navigate } from "../../app/router.ts";
import { wordsOf } from "../../app/words.ts";
import { type HostInfo, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { launchStrings } from "../../strings/launch.ts";
import { reveal } from "../../ui-state/list-view.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { CommandField } from "./command-field.tsx";
import { ImageField, useOwnCommand } from "./image-field.tsx";
import { IsolationCards } from "./isolation-cards.tsx";
import { LaunchAside } from "./launch-aside.tsx";
import { launchChoice } from "./launch-choice.ts";
import { LaunchFooter } from "./launch-footer.tsx";
import { type FieldErrors, fieldOf, type LaunchForm, readForm } from "./launch-form.ts";
import { LaunchNotes } from "./launch-notes.tsx";
import { MoreFields } from "./more-fields.tsx";
import { useFirstInvalid } from "./use-first-invalid.ts";
import { useLaunch } from "./use-launch.ts";
import "./launch.css";

/** Opens once the host has told what it is: the form begins with its demo. */
interface LaunchDialogProps {
  /** The image to begin with; the demo's when none is given. */
  readonly image?: string | undefined;
}

export function LaunchDialog({ image }: LaunchDialogProps) {
  const host = useHostInfo();
  return host ? <OpenLaunchDialog host={host} image={image ?? host.demo.image} /> : null;
}

const beginning = (host: HostInfo, image: string): LaunchForm => ({
  image,
  command: image === host.demo.image ? joinCommand(host.demo.command) : "",
  interactive: false,
  isolation: "default",
  name: "",
  env: "",
  memory: "",
  cpus: "",
});

/** The container is there: close, and show it in the list. */
function done(container: string | null): void {
  closeSurface();
  navigate(CONTAINERS);
  if (container !== null) reveal(container);
}

function OpenLaunchDialog({ host, image }: { readonly host: HostInfo; readonly image: string }) {
  const words = useMemo(() => wordsOf(host), [host]);
  const engines = [...useLive(enginesResource).rows.values()];
  const [form, setForm] = useState(() => beginning(host, image));
  const [tries, setTries] = useState(0);
  const launching = useLaunch(done);
  const choice = launchChoice(form.isolation, engines);
  const read = useMemo(() => readForm(form), [form]);
  const ownCommand = useOwnCommand(form.image);
  const errors: FieldErrors = { ...(tries > 0 && read.errors), ...refusal(launching.error) };
  const formRef = useFirstInvalid(tries, launching.error);
  const change = (part: Partial<LaunchForm>) => setForm((before) => ({ ...before, ...part }));
  const submit = () => {
    if (launching.busy) return;
    setTries(tries + 1);
    if (Object.keys(read.errors).length === 0) launching.launch(read.spec);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Dialog open onOpenChange={closeSurface}>
      <DialogSurface className="launch-surface" aria-label={launchStrings.title}>
        <div className="launch-title">
          <DialogTitle action={null} as="h1">
            {launchStrings.title}
          </DialogTitle>
          <span className="grow" />
          <span className="dim small">{launchStrings.on(host.hostName, host.kernel.release)}</span>
        </div>
        <div className="launch-body">
          <form ref={formRef} className="launch-form" onSubmit={onSubmit} noValidate>
            <ImageField
              value={form.image}
              onChange={(image) => change({ image })}
              error={errors.image}
              demo={host.demo.image}
            />
            <CommandField form={form} error={errors.command} ownCommand={ownCommand} onChange={change} />
            <IsolationCards
              value={form.isolation}
              onChange={(isolation) => change({ isolation })}
              engines={engines}
              words={words}
            />
            <LaunchNotes choice={choice} error={launching.error} />
            <MoreFields form={form} errors={errors} onChange={change} />
            {/* Enter in a field launches, as in any form. */}
            <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
          </form>
          <LaunchAside host={host} read={read} choice={choice} />
        </div>
        <LaunchFooter
          launching={launching}
          choice={choice}
          words={words}
          onLaunch={submit}
          onClose={closeSurface}
        />
        {/* Last in the order, so that the first field has the focus when the dialog opens. */}
        <Button
          className="launch-close"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={launchStrings.close}
          onClick={closeSurface}
        />
      </DialogSurface>
    </Dialog>
  );
}

/** A refusal that names a field is shown at it. */
function refusal(error: ReturnType<typeof useLaunch>["error"]): FieldErrors {
  if (error?.code !== "invalid") return {};
  const field = fieldOf(error.field);
  return field ? { [field]: error.message } : {};
}
